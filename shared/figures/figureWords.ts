import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import type { SeriesResult } from '../series/series.ts'
import type { Figure } from './figure.ts'
import { figureSource } from './figureText.ts'
import { outsideState } from './outsideState.ts'
import { spanOf } from './spanOf.ts'

/** What every figure of a metric page says of itself, whatever it draws; `shown` is the answer that it draws. */
export function figureWords(page: MetricPage, shown: SeriesResult) {
  const { metric } = page
  return {
    state: outsideState(page),
    metric: { id: metric.id, name: metric.name, definition: metric.definition },
    caveats: [...new Set([...metric.caveats, ...shown.notes])],
    events: [],
    gaps: [],
    source: figureSource(page),
    method: '',
    areas: [...new Set(shown.series.map(({ key }) => key.area ?? ''))],
    span: spanOf(page) ?? null,
    position: shown.position,
    synthetic: shown.synthetic,
    disclosure: shown.disclosure,
    reference: null,
  } satisfies Partial<Figure>
}

/** "Twelve months to Oct 2026", or the period itself for longer grains and plain months. */
export function windowWords(period: string, { query }: Pick<SeriesResult, 'query'>): string {
  const label = periodLabel(period, query.grain)
  return query.transform === 'rolling12' ? `twelve months to ${label}` : label
}
