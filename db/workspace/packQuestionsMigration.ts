import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Whether a pack lists the questions that the board has asked. */
export const packQuestionsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('pack')
      .addColumn('questions', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  },
}
