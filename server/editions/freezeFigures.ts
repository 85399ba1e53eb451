import type { Metric } from '../../shared/metrics/metric.ts'
import {
  areaFiguresQueries,
  areasQuery,
  breakdownQueries,
  pageQuery,
} from '../../shared/editions/pageQueries.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { suppliedQuarterly } from '../metrics/windowSupply.ts'
import { metricPageOf } from '../signals/metricPageOf.ts'
import { scorecardOf } from '../signals/scorecardOf.ts'
import { boardReader } from './boardReader.ts'
import { overviewQuestion, pageQuestion, seriesQuestion } from './question.ts'

/** A question of a page with its answer, ready to be stored. */
export interface FrozenFigure {
  readonly question: string
  readonly metric: string
  readonly answer: unknown
}

/** How many of the parts of an edition are frozen. */
export interface FreezeProgress {
  readonly done: number
  readonly total: number
}

const overviewLengths = [1, 3, 12] as const

/**
 * Everything that the pages of an edition can show, worked out as a protected reader gets it: the overview of every area,
 * and of each metric its page, its areas side by side and its parts. What the policy does not publish is left out.
 */
export async function freezeFigures(
  reader: MetricsReader,
  metrics: readonly Metric[],
  onProgress: (progress: FreezeProgress) => void = () => undefined,
): Promise<FrozenFigure[]> {
  const { code, areas } = reader.partnership
  const total = (areas.length + 1) * overviewLengths.length + metrics.length
  let done = 0
  const frozen = () => onProgress({ done: ++done, total })
  const wanted = new Set(metrics.map(({ id }) => id))
  const figures: FrozenFigure[] = []
  for (const area of [code, ...areas.map((each) => each.code)]) {
    for (const months of overviewLengths) {
      const scorecard = await scorecardOf(reader, { months, area, metrics: wanted }, boardReader)
      figures.push({
        question: overviewQuestion(area, months),
        metric: '',
        answer: scorecard,
      })
      frozen()
    }
  }
  for (const metric of metrics) {
    figures.push(...(await figuresOf(reader, metric)))
    frozen()
  }
  return figures
}

async function figuresOf(reader: MetricsReader, metric: Metric): Promise<FrozenFigure[]> {
  const { code, areas } = reader.partnership
  const figures = new Map<string, FrozenFigure>()
  const keep = (question: string, answer: unknown) =>
    figures.set(question, { question, metric: metric.id, answer })
  const page = async (query: SeriesQueryInput): Promise<MetricPage | null> => {
    const answer = await published(() => metricPageOf(reader, query, boardReader))
    if (answer) keep(pageQuestion(query), answer)
    return answer
  }
  const series = async (query: SeriesQueryInput) => {
    const answer = await published(() => seriesOf(reader, query, boardReader))
    if (answer) keep(seriesQuestion(query), answer)
  }
  const whole = await page(pageQuery(metric.id))
  const sideBySide = areasQuery(pageQuery(metric.id))
  await series(sideBySide)
  for (const area of areas) {
    await page(pageQuery(metric.id, area.code))
    await page({ ...sideBySide, areas: [area.code] })
  }
  // Counted by quarter alone: the months say so, the quarters hold the figures.
  if (whole?.result.series[0]?.points.some(({ reason }) => reason === suppliedQuarterly))
    for (const area of [undefined, ...areas.map((each) => each.code)])
      await page({ ...pageQuery(metric.id, area), grain: 'quarter' })
  if (whole) {
    const figuresByArea = areaFiguresQueries(sideBySide, {
      page: whole,
      areas: [code, ...areas.map((each) => each.code)],
    })
    for (const { query } of figuresByArea) await series(query)
    if (figuresByArea.length > 0) {
      for (const dimension of metric.breakdowns) {
        const { parts, whole: all } = breakdownQueries(pageQuery(metric.id), { page: whole, dimension })
        await series(parts)
        await series(all)
      }
    }
  }
  return [...figures.values()]
}

/** The answer, or null where the policy does not publish it. */
async function published<T>(ask: () => Promise<T>): Promise<T | null> {
  return ask().catch((error: unknown) => {
    if (error instanceof QueryRefusal) return null
    throw error
  })
}
