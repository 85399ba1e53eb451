import type { Month } from '../../shared/periods/month.ts'
import type { Window } from './window.ts'
import type { WindowSupply } from './windowSupply.ts'

/** What one window comes to, before rates, intervals and disclosure. */
export interface Figure {
  readonly supply: WindowSupply
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

export interface Line {
  readonly area: string
  readonly breakdown: readonly string[]
}

/** Where a plan's figures come from. */
export interface FigureSource {
  /** The months supplied; null when none were. */
  readonly range: { readonly from: Month; readonly to: Month } | null
  readonly notes: readonly string[]
  /** Records of the whole partnership, of any time, that the measure had to leave out; see leftOut.ts. */
  readonly leftOut: number
  /** The combinations of breakdown values that occur in an area; one empty combination without a breakdown. */
  breakdownsOf(area: string): readonly (readonly string[])[]
  /** Whether any record is at this area. */
  holds(area: string): boolean
  figures(line: Line, windows: readonly Window[]): Promise<readonly Figure[]>
}
