import { compareFigures } from './compareFigures.ts'
import {
  areaFiguresQueries,
  areasQuery,
  breakdownQueries,
  pairQuery,
} from '../../shared/editions/pageQueries.ts'
import { feedById } from '../../shared/feeds/feeds.ts'
import { breakdownFigure } from '../../shared/figures/breakdownFigure.ts'
import { comparisonFigure } from '../../shared/figures/comparisonFigure.ts'
import { controlFigure } from '../../shared/figures/controlFigure.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import { crossFigure } from '../../shared/figures/crossFigure.ts'
import { mostShown } from '../../shared/figures/mostShown.ts'
import { pairsFigure } from '../../shared/figures/pairsFigure.ts'
import { partsFigure } from '../../shared/figures/partsFigure.ts'
import { spanOf } from '../../shared/figures/spanOf.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'

/** Where figures come from: live or published, and always as one viewer may see them. */
export interface FigureAnswers {
  readonly partnership: Partnership
  readonly page: (query: SeriesQueryInput) => Promise<MetricPage>
  readonly series: (query: SeriesQueryInput) => Promise<SeriesResult>
}

/** The figures that a request names. Throws QueryRefusal as every read of figures does. */
export async function figuresOf(answers: FigureAnswers, request: FigureRequest): Promise<Figure[]> {
  switch (request.view) {
    case 'chart':
      return [controlFigure(await answers.page(request.query))]
    case 'districts':
      return districtFigures(answers, request.query)
    case 'breakdown':
      return [await breakdown(answers, request)]
    case 'compare':
      return compareFigures(answers, request)
  }
}

/** The areas side by side, then each area's own chart, all on one scale. */
async function districtFigures(answers: FigureAnswers, asked: SeriesQueryInput): Promise<Figure[]> {
  const { partnership } = answers
  const page = await answers.page(asked)
  const query = areasQuery(asked)
  const areas = [partnership.code, ...partnership.areas.map(({ code }) => code)]
  const asides = areaFiguresQueries(query, { page, areas })
  const sides: SeriesResult[] = []
  for (const each of asides) sides.push(await answers.series(each.query))
  const shown = mostShown(sides)
  const [answer, period] = [sides[shown], asides[shown]?.last]
  if (!answer || period === undefined) return [controlFigure(page, { withForecast: false })]
  const comparison = comparisonFigure({ page, answer, period, partnership })
  const pages: MetricPage[] = []
  for (const { code } of partnership.areas) pages.push(await answers.page({ ...query, areas: [code] }))
  const charts = pages.map((each) => controlFigure(each, { withForecast: false }).chart)
  const reach = Math.max(0, ...charts.map((chart) => chart?.ticks.at(-1) ?? 0))
  return [comparison, ...pages.map((each) => controlFigure(each, { reach, withForecast: false }))]
}

async function breakdown(
  answers: FigureAnswers,
  { query, dimension, shape, by2, top, share }: Extract<FigureRequest, { view: 'breakdown' }>,
): Promise<Figure> {
  const page = await answers.page(query)
  const { fields } = feedById[page.metric.feed]
  const labelled = (name: string) => ({
    name,
    label: fields.find((field) => field.name === name)?.label ?? name,
  })
  const { label } = labelled(dimension)
  if (by2 !== null) {
    const dimensions = [dimension, by2] as const
    const parts = await answers.series(pairQuery(query, { page, dimensions, newest: shape === 'change' }))
    const both = { page, parts, first: labelled(dimension), second: labelled(by2), top, share }
    return shape === 'change' ? crossFigure(both) : pairsFigure({ ...both, shape })
  }
  if (shape === 'change') {
    const asked = breakdownQueries(query, { page, dimension })
    const parts = await answers.series(asked.parts)
    return breakdownFigure({ page, parts, whole: await answers.series(asked.whole), dimension, label })
  }
  const overTime = { ...query, breakdown: [dimension], ...spanOf(page), compare: null }
  return partsFigure({ page, parts: await answers.series(overTime), dimension, label, shape, top, share })
}
