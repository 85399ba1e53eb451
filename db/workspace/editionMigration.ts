import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Editions, and the figures they froze. */
export const editionMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('edition')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('meeting_date', 'text', (c) => c.notNull())
      .addColumn('commentary', 'text', (c) => c.notNull())
      .addColumn('metrics', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('partnership', 'text', (c) => c.notNull())
      .addColumn('definitions', 'text', (c) => c.notNull())
      .addColumn('population_release', 'text')
      .addColumn('synthetic', 'integer', (c) => c.notNull())
      .addColumn('published_at', 'text', (c) => c.notNull())
      .addColumn('published_by', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('edition_figure')
      .addColumn('edition', 'integer', (c) => c.notNull())
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('metric', 'text', (c) => c.notNull())
      .addColumn('answer', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('edition_figure_key', ['edition', 'question'])
      .execute()
  },
}
