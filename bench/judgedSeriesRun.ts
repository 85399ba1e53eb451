import { judgedSeries } from '../shared/statistics/judgedSeries.ts'
import { duration, type Measurement } from './measurement.ts'
import { quietMonths, seeded } from './quietSeries.ts'
import { inTurns, median } from './timing.ts'

const [areas, metrics, months] = [43, 10, 120]

/** Judging a series of ten years for each of 43 areas and 10 metrics. */
export async function judgedSeriesRun(rounds: number): Promise<Measurement[]> {
  const random = seeded(430)
  const series = Array.from({ length: areas * metrics }, () => quietMonths(months, 0.1, random))
  const judge = async () => {
    for (const points of series) {
      judgedSeries(points, {
        profile: 'Making Data Count',
        direction: 'neutral',
        grain: 'month',
        measure: 'volume',
      })
    }
  }
  const [times = []] = await inTurns(rounds, [judge])
  return [
    {
      what: `control charts of ${series.length} series (${areas} areas × ${metrics} metrics × ${months} months)`,
      result: `${duration(median(times))}, ${duration(median(times) / series.length)} each`,
      target: null,
      met: null,
    },
  ]
}
