import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Views that people keep under names of their own. */
export const savedViewMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('saved_view')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('saved_at', 'text', (c) => c.notNull())
      .addUniqueConstraint('saved_view_name', ['owner', 'name'])
      .execute()
  },
}
