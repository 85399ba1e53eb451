import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Dated notes that analysts put beside the figures. */
export const annotationMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('annotation')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('month', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addColumn('link', 'text')
      .addColumn('metric', 'text')
      .addColumn('area', 'text')
      .addColumn('feed', 'text')
      .addColumn('written_by', 'text', (c) => c.notNull())
      .addColumn('written_at', 'text', (c) => c.notNull())
      .addColumn('withdrawn_by', 'text')
      .addColumn('withdrawn_at', 'text')
      .execute()
  },
}
