import type { SubmissionCoverage } from '../../db/records/coverage.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Month } from '../../shared/periods/month.ts'
import type { Actor } from '../access/actor.ts'
import type { PreviewDiff } from '../submissions/previewDiff.ts'
import type { Prepared, PrepareProgress } from './prepare.ts'
import type { Profile } from './profiles/profile.ts'

/** One file to take in, as whoever sends it describes it. */
export interface ImportRequest {
  /** Where the file lies; it is copied before it is read. */
  readonly path: string
  readonly fileName: string
  readonly feed: FeedId
  /**
   * A profile's name, shipped or saved (`name@2` for that very version), or a profile that is not saved yet; null: the one
   * that the file fits.
   */
  readonly profile: string | Profile | null
  /** The sheet of a workbook, and the row of the header from 1; left out or null: found. */
  readonly sheet?: string | null
  readonly headerRow?: number | null
  /** Agency id or name; null takes the profile's or the partnership's own. */
  readonly agency: string | null
  readonly mode: 'replace' | 'amend'
  /** The months the file is complete for; null deduces them. */
  readonly period: { readonly from: Month; readonly to: Month } | null
  /** The date on which the figures were known; null is today. */
  readonly asAt: string | null
  readonly confirm: boolean
  readonly dryRun: boolean
  readonly synthetic: boolean
  readonly by: string
  /** Why the figures change, as whoever sends them says; shown beside every figure that does. */
  readonly reason?: string | null
  /** Who is signed in, where the file came through a page. */
  readonly actor?: Actor | undefined
  /** The data position that the preview compared with: refused where it has moved since. Left out or null: any. */
  readonly position?: number | null
}

/** What became of it. */
export interface ImportOutcome {
  readonly kind: 'committed' | 'identical' | 'dryRun' | 'needsConfirmation'
  /** The submission's number; null when nothing was stored. */
  readonly submission: number | null
  readonly prepared: Prepared
  readonly coverage: SubmissionCoverage
  readonly asAt: string
  readonly diff: PreviewDiff
  /** The data position that the file was compared with. */
  readonly position: number
  /** The sample submissions whose invented rows this first real file takes out of every figure. */
  readonly endsSample: readonly number[]
}

export interface ImportOptions {
  readonly onProgress?: (progress: PrepareProgress) => void
  readonly signal?: AbortSignal
  readonly now?: () => Date
  /** Where a copy of the rejected rows goes, as CSV; there is none where no row was rejected. */
  readonly rejectsTo?: string
}
