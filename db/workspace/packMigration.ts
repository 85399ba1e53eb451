import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Meeting packs: their figures, what people write in them, and the files of the published ones. */
export const packMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('pack')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('meeting_date', 'text', (c) => c.notNull())
      .addColumn('edition', 'integer', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('rolled_from', 'integer')
      .addColumn('synthetic', 'integer', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('published_at', 'text')
      .addColumn('published_by', 'text')
      .addColumn('report', 'text')
      .execute()
    await db.schema
      .createTable('pack_item')
      .addColumn('pack', 'integer', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('request', 'text', (c) => c.notNull())
      .addColumn('shows', 'text', (c) => c.notNull())
      .addColumn('flag', 'text')
      .addColumn('figure', 'text')
      .addPrimaryKeyConstraint('pack_item_key', ['pack', 'id'])
      .execute()
    await db.schema
      .createTable('pack_text')
      .addColumn('pack', 'integer', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('written_at', 'text', (c) => c.notNull())
      .addColumn('written_by', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('pack_text_key', ['pack', 'place'])
      .execute()
    await db.schema
      .createTable('pack_file')
      .addColumn('pack', 'integer', (c) => c.notNull())
      .addColumn('format', 'text', (c) => c.notNull())
      .addColumn('bytes', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('pack_file_key', ['pack', 'format'])
      .execute()
  },
}
