import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Mapping profiles that analysts saved, every version of each. */
export const mappingProfileMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('mapping_profile')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('feed', 'text', (c) => c.notNull())
      .addColumn('definition', 'text', (c) => c.notNull())
      .addColumn('saved_at', 'text', (c) => c.notNull())
      .addColumn('saved_by', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('mapping_profile_key', ['name', 'version'])
      .execute()
  },
}
