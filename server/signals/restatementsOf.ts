import type { Viewer } from '../../shared/access/viewer.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { Restatement } from '../../shared/series/restatement.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import type { Submission } from '../submissions/register.ts'
import { standingOf } from '../submissions/register.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { restatementKind } from './restatementKind.ts'

/**
 * Figures that changed after they had counted as final: what each said before and after a submission, newest first.
 * Provisional figures fill in as expected, so their changes are not restatements. Looks back over so many submissions
 * of the metric's feed, at the first area and line of the query. Protected readers get none: their editions say what changed.
 */
export async function restatementsOf(
  reader: MetricsReader,
  request: { readonly metric: Metric; readonly query: SeriesQueryInput; readonly submissions: number },
  viewer: Viewer,
): Promise<Restatement[]> {
  // Two states of the same figures side by side would give away what either hides.
  if (viewer.disclosure === 'protected') return []
  const { metric, query } = request
  const bound = query.asAt ?? null
  const grain = query.grain ?? 'month'
  const all = reader.register.visible(bound).filter(({ feed }) => feed === metric.feed)
  const versions = all.slice(-request.submissions - 1)
  const pointsAt = async (asAt: number) => {
    const { series } = await seriesOf(reader, { ...query, asAt, compare: null }, viewer)
    return new Map((series[0]?.points ?? []).map((point) => [point.period, point]))
  }
  const figures = await Promise.all(versions.map(({ number }) => pointsAt(number)))
  const found: Restatement[] = []
  for (const [place, version] of versions.entries()) {
    const before = figures[place - 1]
    const after = figures[place]
    if (!before || !after || isFirstOf(version, versions.slice(0, place))) continue
    for (const [period, now] of after) {
      const was = before.get(period)
      if (was?.status !== 'final' || was.value === now.value || now.status === 'suppressed') continue
      const change = { metric, grain, period, was: was.value, now: now.value }
      const earlier = standingOf(all.filter(({ number }) => number < version.number))
      found.push({
        period,
        was: was.value,
        now: now.value,
        submission: version.number,
        on: restatedOn(version),
        kind: restatementKind({ ...change, by: version, earlier }),
        reason: reasonOf(version),
      })
    }
  }
  return found.toReversed()
}

/** An agency that sends for the first time completes the figures; it does not correct them. */
function isFirstOf(version: Submission, earlier: readonly Submission[]): boolean {
  return !earlier.some(({ coverage }) =>
    coverage.agencies.some((agency) => version.coverage.agencies.includes(agency)),
  )
}

/** What is said of a change; of an undoing at least that it is one. */
export function reasonOf({ undoes, reason }: Pick<Submission, 'undoes' | 'reason'>): string | null {
  if (undoes === null) return reason
  const undone = `Submission ${undoes} was undone.`
  return reason === null ? undone : `${undone} ${reason}`
}

/** The day of a change: that on which its figures were known, of an undoing that on which it was done. */
export function restatedOn({ mode, committedAt, asAt }: Submission): string {
  return mode === 'undo' ? committedAt.slice(0, 10) : asAt
}
