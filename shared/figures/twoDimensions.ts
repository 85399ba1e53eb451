import type { MetricPage } from '../series/metricPage.ts'
import type { SeriesResult } from '../series/series.ts'

/** What a figure by two dimensions is made of, on the page and wherever it goes. */
export interface TwoDimensions {
  readonly page: MetricPage
  readonly parts: SeriesResult
  readonly first: { readonly name: string; readonly label: string }
  readonly second: { readonly name: string; readonly label: string }
  /** How many parts of the first stand by themselves; null: all. */
  readonly top: number | null
  readonly share: boolean
}
