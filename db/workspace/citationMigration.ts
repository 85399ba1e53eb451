import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Cited figures, as they were. */
export const citationMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('citation')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('metric', 'text', (c) => c.notNull())
      .addColumn('areas', 'text', (c) => c.notNull())
      .addColumn('disclosure', 'text', (c) => c.notNull())
      .addColumn('request', 'text', (c) => c.notNull())
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('figure', 'text', (c) => c.notNull())
      .addColumn('cited_at', 'text', (c) => c.notNull())
      .addColumn('cited_by', 'text', (c) => c.notNull())
      .execute()
  },
}
