import { rm } from 'node:fs/promises'
import { localAnalyst } from '../shared/access/viewer.ts'
import { metrics } from '../shared/metrics/catalogue.ts'
import type { SeriesQueryInput } from '../shared/series/seriesQuery.ts'
import type { Installation } from '../server/installation.ts'
import { seriesOf } from '../server/metrics/seriesOf.ts'
import { freshReader } from './benchInstallation.ts'
import { countCases } from './countSeries.ts'
import { largeInstallation } from './largeInstallation.ts'
import { duration, type Measurement } from './measurement.ts'
import { inTurns, percentile } from './timing.ts'

interface Asked {
  readonly name: string
  readonly query: SeriesQueryInput
}

/** Ten million rows: published tables (by district, with at most one dimension) and live counts with filters. */
export async function largeRecords(request: {
  readonly dataDir: string
  readonly from: string
  readonly rounds: number
}): Promise<Measurement[]> {
  const { dataDir, from, rounds } = request
  const installation = await largeInstallation({ dataDir, from })
  try {
    const [submission] = installation.register.all()
    const rows = (submission?.rowsAccepted ?? 0).toLocaleString('en-GB')
    const published = await timeAll(installation, publishedTables(), rounds)
    const live = await timeAll(installation, liveCounts(), rounds)
    const row = (what: string, result: string, p95: number, most: number): Measurement => ({
      what: `${rows} rows: ${what}, p95`,
      result,
      target: `≤ ${most} ms`,
      met: p95 <= most,
    })
    return [
      row('published tables', published.words, published.p95, 100),
      row('live counts with filters', live.words, live.p95, 200),
    ]
  } finally {
    await installation.close()
    await rm(dataDir, { recursive: true })
  }
}

/** Every count of crimes by district, and by district with each of its dimensions. */
function publishedTables(): Asked[] {
  return metrics
    .filter(({ feed, measure }) => feed === 'crime' && measure.kind === 'additive')
    .flatMap(({ id, breakdowns }) =>
      [[], ...breakdowns.map((name) => [name])].map((dimension) => ({
        name: [id, 'area', ...dimension].join(' × '),
        query: { metric: id, breakdown: ['area', ...dimension] },
      })),
    )
}

function liveCounts(): Asked[] {
  const filters: SeriesQueryInput['filters'][] = [
    { victim_sex: ['female'] },
    { victim_sex: ['female'], victim_age_band: ['16-17', '18-24'] },
    { outcome_type: ['1'], offence_group: ['violence-with-injury'] },
    { offence_code: ['8N', '105A', '8Q'], honour_based_abuse: ['no'] },
  ]
  return [
    ...countCases.map(({ name, query }) => ({ name, query })),
    ...['crime.recorded', 'da.crimes', 'da.demand', 'sa.otherSexual'].flatMap((metric) =>
      filters.map((chosen) => ({
        name: `${metric} by area, ${JSON.stringify(chosen)}`,
        query: { metric, breakdown: ['area'], filters: chosen },
      })),
    ),
  ]
}

/** Each question so many times with nothing remembered. */
async function timeAll(
  installation: Installation,
  asked: readonly Asked[],
  rounds: number,
): Promise<{ p95: number; words: string }> {
  const times = await inTurns(
    rounds,
    asked.map(
      ({ query }) =>
        () =>
          seriesOf(freshReader(installation), query, localAnalyst),
    ),
  )
  const all = times.flat()
  const p95 = percentile(all, 0.95)
  const worst = times.map((own, place) => ({ name: asked[place]?.name, ms: percentile(own, 0.5) }))
  const [slowest] = worst.toSorted((a, b) => b.ms - a.ms)
  const middle = duration(percentile(all, 0.5))
  return {
    p95,
    words: `${duration(p95)} (median ${middle} of ${asked.length} questions; slowest ${slowest?.name}, ${duration(slowest?.ms ?? NaN)})`,
  }
}
