import type { FeedId } from '../../shared/feeds/feed.ts'
import type { AuditEventTable } from './auditTables.ts'
import type {
  AccountTable,
  InvitationTable,
  RecoveryCodeTable,
  SessionTable,
  SignInFailureTable,
} from './identityTables.ts'
import type { ApiTokenTable } from './apiTokenTable.ts'
import type { CitationTable } from './citationTables.ts'
import type { DismissalTable } from './dismissalTable.ts'
import type { EditionFigureTable, EditionTable } from './editionTables.ts'
import type { MappingProfileTable } from './mappingProfileTable.ts'
import type { AnnotationTable } from './annotationTables.ts'
import type { PackFileTable, PackItemTable, PackTable, PackTextTable } from './packTables.ts'
import type { SavedViewTable } from './savedViewTables.ts'
import type {
  BriefingTable,
  PromiseTable,
  QuestionFigureTable,
  QuestionTable,
  RecommendationTable,
  ScrutinyChangeTable,
  ScrutinyTextTable,
} from './scrutinyTables.ts'

/**
 * One file that a partner sent and an analyst committed. The register decides what exists:
 * a submission is in the figures when its number is also in the records' `applied_submission`.
 */
export interface SubmissionTable {
  /** Rises by one with each submission; the position of the data. */
  number: number
  feed: FeedId
  /** The agency that answers for the figures. */
  agency: string
  /**
   * `replace`: the file is the whole truth for its slice; `amend`: only the records it names change; `undo`: no file, its
   * slice goes back to what it was before another submission.
   */
  mode: 'replace' | 'amend' | 'undo'
  /**
   * `pending` while the records are being written; a crash leaves it so, and the next start finishes it. `erased`: its
   * rows were deleted as though it had never been sent; the number is not given out again.
   */
  status: 'pending' | 'committed' | 'erased'
  /** The file's own name, for people; never used as a path. */
  file_name: string
  /** SHA-256 of the original bytes with the reading options, so that the same file again changes nothing. */
  file_hash: string
  profile: string
  /** JSON array of the feed fields that the file supplies. */
  fields: string
  /** JSON: `SubmissionCoverage`. */
  coverage: string
  /** The date on which the figures were known, YYYY-MM-DD. */
  as_at: string
  /** When it was committed, ISO 8601 UTC. */
  committed_at: string
  rows_read: number
  rows_accepted: number
  rows_rejected: number
  /** Rows put in and rows withdrawn when it was applied; null while pending. */
  rows_added: number | null
  rows_withdrawn: number | null
  /** JSON: the receipt as it was shown. */
  receipt: string
  /** 1 for invented sample data. */
  synthetic: number
  /** Who committed it. */
  committed_by: string
  /** Base64 key of the encrypted original; null once the original has been destroyed. */
  original_key: string | null
  /** The number of the submission that this one undoes; null for files. */
  undoes: number | null
  /** Why the figures change, as whoever sent them says; null where nothing was said. */
  reason: string | null
}

/** Facts about the installation, one a row. */
export interface InstallationTable {
  name: string
  value: string
}

/** A submission's rows or original, deleted on purpose; the record outlives what it is about. */
export interface DeletionTable {
  number: number
  submission: number
  /** `rows`: as though the file had never been sent; `original`: only the key of the file as it came. */
  kind: 'rows' | 'original'
  reason: string
  deleted_by: string
  deleted_at: string
}

/** What readers of protected figures were last given of one table of counts. */
export interface DisclosedTable {
  /** The level of protection and what is counted. */
  name: string
  /** The position of the data at which it was given out. */
  position: number
  /** JSON: the number of each cell by place, line and period, or `hidden`. */
  cells: string
}

export interface WorkspaceTables {
  account: AccountTable
  recovery_code: RecoveryCodeTable
  session: SessionTable
  invitation: InvitationTable
  sign_in_failure: SignInFailureTable
  audit_event: AuditEventTable
  deletion: DeletionTable
  submission: SubmissionTable
  installation: InstallationTable
  disclosed_table: DisclosedTable
  edition: EditionTable
  edition_figure: EditionFigureTable
  mapping_profile: MappingProfileTable
  citation: CitationTable
  api_token: ApiTokenTable
  annotation: AnnotationTable
  saved_view: SavedViewTable
  pack: PackTable
  pack_item: PackItemTable
  pack_text: PackTextTable
  pack_file: PackFileTable
  dismissal: DismissalTable
  question: QuestionTable
  question_figure: QuestionFigureTable
  promise: PromiseTable
  scrutiny_text: ScrutinyTextTable
  scrutiny_change: ScrutinyChangeTable
  recommendation: RecommendationTable
  briefing: BriefingTable
}
