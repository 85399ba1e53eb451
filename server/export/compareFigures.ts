import { dimensionsOf } from '../../shared/feeds/dimensionsOf.ts'
import { feedById } from '../../shared/feeds/feeds.ts'
import { comparedFigure } from '../../shared/figures/comparedFigure.ts'
import { controlFigure } from '../../shared/figures/controlFigure.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { FigureAnswers } from './figuresOf.ts'

/** The lines of a comparison in one table, drawn together when they are indexed; else each line's own chart follows. */
export async function compareFigures(
  answers: Pick<FigureAnswers, 'page' | 'partnership'>,
  { query, others, scale }: Extract<FigureRequest, { view: 'compare' }>,
): Promise<Figure[]> {
  const pages: MetricPage[] = []
  for (const each of [query, ...others]) pages.push(await answers.page(each))
  const areas = new Set(pages.map((page) => page.result.series[0]?.labels.area))
  const lines = pages.map((page) => ({ page, name: nameOf(page, areas.size > 1) }))
  const together = comparedFigure(lines, scale)
  return scale === 'indexed'
    ? [together]
    : [together, ...pages.map((page) => controlFigure(page, { withForecast: false }))]
}

/** Measure, part and, where they differ, area: as the page names the line. */
function nameOf({ metric, result }: MetricPage, areasDiffer: boolean): string {
  const { labelOf } = dimensionsOf(feedById[metric.feed])
  const parts = Object.entries(result.query.filters).map(([dimension, codes]) =>
    codes.map((code) => labelOf({ dimension, code })).join(' or '),
  )
  return [metric.name, ...parts, ...(areasDiffer ? [result.series[0]?.labels.area ?? ''] : [])].join(', ')
}
