import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What protected readers were shown, so that a later position reveals nothing that an earlier one hid. */
export const disclosureMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('disclosed_table')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('cells', 'text', (c) => c.notNull())
      .execute()
  },
}
