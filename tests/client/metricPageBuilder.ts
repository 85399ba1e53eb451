import type { Metric } from '../../shared/metrics/metric.ts'
import { addMonths, type Month } from '../../shared/periods/month.ts'
import type { MetricPage, PointType } from '../../shared/series/metricPage.ts'
import type { Restatement } from '../../shared/series/restatement.ts'
import type { Point } from '../../shared/series/series.ts'
import { seriesQuerySchema, type SeriesQueryInput } from '../../shared/series/seriesQuery.ts'

/** One month's point: a number is a final value, null a month nobody supplied. */
type Given = number | null | Partial<Point>

interface Options {
  readonly from?: Month
  readonly types?: Readonly<Record<string, PointType>>
  readonly metric?: Partial<Metric>
  readonly query?: Partial<SeriesQueryInput>
  readonly page?: Partial<MetricPage>
}

/** A metric page over months from January 2024 unless said otherwise, with limits 50 to 150 around 100. */
export function metricPage(given: readonly Given[], options: Options = {}): MetricPage {
  const from = options.from ?? '2024-01'
  const points = given.map((each, index): Point => {
    const period = addMonths(from, index)
    const plain = typeof each === 'number' ? each : null
    const base: Point = {
      period,
      value: plain,
      numerator: plain,
      denominator: null,
      status: each === null ? 'missing' : 'final',
    }
    return typeof each === 'object' && each !== null ? { ...base, ...each } : base
  })
  const first = points[0]?.period ?? from
  const last = points.at(-1)?.period ?? from
  const limits = { mean: 100, lower: 50, upper: 150 }
  return {
    metric: {
      id: 'ms.crimes',
      name: 'Modern slavery crimes recorded',
      theme: 'modernSlavery',
      definition: 'Crimes of modern slavery.',
      feed: 'crime',
      measure: { kind: 'additive', of: 'count' },
      unit: 'count',
      noun: { one: 'crime', many: 'crimes' },
      polarity: { direction: 'neutral', reason: 'Recording moves it too.' },
      provisionalLag: 1,
      breakdowns: [],
      caveats: [],
      owner: 'Police',
      companions: [],
      ratePer: 1000,
      headline: true,
      ...options.metric,
    },
    result: {
      query: seriesQuerySchema.parse({ metric: 'ms.crimes', ...options.query }),
      unit: 'crimes',
      measureLabel: 'Modern slavery crimes recorded by month',
      series: [{ key: { area: 'E23000010' }, labels: { area: 'West Yorkshire' }, points }],
      position: 7,
      synthetic: true,
      disclosure: 'unprotected',
      notes: [],
    },
    chart: {
      profile: 'Making Data Count',
      refused: null,
      adjustment: null,
      segments: [{ start: first, end: last, ...limits, reason: null, short: false }],
      points: points.map(({ period, status }) => ({
        period,
        type: options.types?.[period] ?? 'common',
        rule: 'none',
        ...(status === 'final' ? limits : { mean: null, lower: null, upper: null }),
      })),
      variation: { kind: 'common' },
    },
    finding: { headline: 'Nothing unusual', detail: '', textAlternative: 'A chart.' },
    forecast: { refused: 'Not asked for.' },
    calendar: [],
    spanned: [],
    restatements: [],
    completion: null,
    sources: [],
    ...options.page,
  }
}

/** January 2024 put right from 80 to 100 by submission 3. */
export function restatement(overrides: Partial<Restatement> = {}): Restatement {
  return {
    period: '2024-01',
    was: 80,
    now: 100,
    submission: 3,
    on: '2024-05-01',
    kind: 'correction',
    reason: null,
    ...overrides,
  }
}
