import type { Viewer } from '../../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import type { Knowing } from '../../shared/statistics/completion/reportingTriangle.ts'
import { isMonth } from '../../shared/periods/month.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import type { Submission } from '../submissions/register.ts'

/** A submission with what the first line of a query said after it, by month. */
export interface KnownAt {
  readonly version: Submission
  readonly values: ReadonlyMap<string, number | null>
}

/** What each of these submissions left a monthly query saying. */
export async function knownAt(
  reader: MetricsReader,
  { query, versions }: { readonly query: SeriesQueryInput; readonly versions: readonly Submission[] },
  viewer: Viewer,
): Promise<KnownAt[]> {
  return Promise.all(
    versions.map(async (version) => {
      const asked = { ...query, breakdown: [], compare: null, asAt: version.number }
      const { series } = await seriesOf(reader, asked, viewer)
      return {
        version,
        values: new Map((series[0]?.points ?? []).map(({ period, value }) => [period, value])),
      }
    }),
  )
}

/** The figures that were news: of each submission, those of the months it covered. */
export function knowingsOf(known: readonly KnownAt[]): Knowing[] {
  return known.flatMap(({ version, values }) => {
    const covered = new Set<string>(version.coverage.months)
    return [...values].flatMap(([month, value]): Knowing[] =>
      isMonth(month) && value !== null && covered.has(month) ? [{ month, asAt: version.asAt, value }] : [],
    )
  })
}
