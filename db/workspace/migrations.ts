import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { apiTokenMigration } from './apiTokenMigration.ts'
import { auditMigration } from './auditMigration.ts'
import { identityMigration } from './identityMigration.ts'
import { citationMigration } from './citationMigration.ts'
import { disclosureMigration } from './disclosureMigration.ts'
import { dismissalMigration } from './dismissalMigration.ts'
import { editionMigration } from './editionMigration.ts'
import { mappingProfileMigration } from './mappingProfileMigration.ts'
import { annotationMigration } from './annotationMigration.ts'
import { packQuestionsMigration } from './packQuestionsMigration.ts'
import { packMigration } from './packMigration.ts'
import { savedViewMigration } from './savedViewMigration.ts'
import { scrutinyMigration } from './scrutinyMigration.ts'
import { undoMigration } from './undoMigration.ts'

/** Forward migrations of the workspace, in order of their names; portable between SQLite and PostgreSQL. */
export const workspaceMigrations: Record<string, Migration> = {
  '001_submissions': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('submission')
        .addColumn('number', 'integer', (c) => c.primaryKey())
        .addColumn('feed', 'text', (c) => c.notNull())
        .addColumn('agency', 'text', (c) => c.notNull())
        .addColumn('mode', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('file_name', 'text', (c) => c.notNull())
        .addColumn('file_hash', 'text', (c) => c.notNull())
        .addColumn('profile', 'text', (c) => c.notNull())
        .addColumn('fields', 'text', (c) => c.notNull())
        .addColumn('coverage', 'text', (c) => c.notNull())
        .addColumn('as_at', 'text', (c) => c.notNull())
        .addColumn('committed_at', 'text', (c) => c.notNull())
        .addColumn('rows_read', 'integer', (c) => c.notNull())
        .addColumn('rows_accepted', 'integer', (c) => c.notNull())
        .addColumn('rows_rejected', 'integer', (c) => c.notNull())
        .addColumn('rows_added', 'integer')
        .addColumn('rows_withdrawn', 'integer')
        .addColumn('receipt', 'text', (c) => c.notNull())
        .addColumn('synthetic', 'integer', (c) => c.notNull())
        .addColumn('committed_by', 'text', (c) => c.notNull())
        .addColumn('original_key', 'text')
        .execute()
      await db.schema
        .createTable('installation')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute()
    },
  },
  '002_identity': identityMigration,
  '003_audit': auditMigration,
  '004_disclosure': disclosureMigration,
  '005_undo': undoMigration,
  '006_editions': editionMigration,
  '007_mapping_profiles': mappingProfileMigration,
  '010_citations': citationMigration,
  '011_api_tokens': apiTokenMigration,
  '008_annotations': annotationMigration,
  '009_saved_views': savedViewMigration,
  '012_packs': packMigration,
  '013_dismissals': dismissalMigration,
  '014_scrutiny': scrutinyMigration,
  '016_pack_questions': packQuestionsMigration,
}
