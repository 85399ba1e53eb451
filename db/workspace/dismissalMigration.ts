import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Suggested questions that somebody set aside. */
export const dismissalMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('dismissal')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('suggestion', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('size', 'real', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('synthetic', 'integer', (c) => c.notNull())
      .addColumn('dismissed_by', 'text', (c) => c.notNull())
      .addColumn('dismissed_at', 'text', (c) => c.notNull())
      .addColumn('restored_by', 'text')
      .addColumn('restored_at', 'text')
      .execute()
  },
}
