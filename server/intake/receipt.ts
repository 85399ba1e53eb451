import type { Month } from '../../shared/periods/month.ts'

/** What committing a prepared file changes, against what is held. Counts are records, not rows. */
export interface PreviewDiff {
  readonly monthsNew: readonly { readonly month: Month; readonly count: number }[]
  readonly monthsRestated: readonly { readonly month: Month; readonly from: number; readonly to: number }[]
  readonly monthsUnchanged: number
  readonly withdrawnRows: number
  readonly addedRows: number
  /** Area-months of which a replace would withdraw more than a tenth. */
  readonly needsConfirmation: readonly {
    readonly area: string
    readonly month: Month
    readonly held: number
    readonly withdrawn: number
  }[]
}
