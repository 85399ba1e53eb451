import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Submissions that undo another one, and what the sender says of the change. */
export const undoMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('submission').addColumn('undoes', 'integer').execute()
    await db.schema.alterTable('submission').addColumn('reason', 'text').execute()
  },
}
