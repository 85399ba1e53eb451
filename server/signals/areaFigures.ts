import type { Viewer } from '../../shared/access/viewer.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { Month } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { yearEnds } from '../../shared/periods/yearEnds.ts'
import type { AreaFigure, ScorecardRow } from '../../shared/series/scorecard.ts'
import type { Point, SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { benchmarkRatio } from '../../shared/statistics/benchmarkComparison.ts'
import { isShare } from '../metrics/figures.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { seriesOf } from '../metrics/seriesOf.ts'

interface Request {
  readonly metric: Metric
  readonly to: Month
  readonly asAt: number | string | null
}

/**
 * Every area of a row side by side over a year, as rates where the metric has them, and whether each differs from the whole
 * by more than chance. Empty where the reader may see no area.
 */
export async function areaFigures(
  reader: MetricsReader,
  { metric, to, asAt }: Request,
  viewer: Viewer,
): Promise<Pick<ScorecardRow, 'areaBasis' | 'areas'>> {
  const { partnership } = reader
  const basis = metric.ratePer === null ? ('count' as const) : ('rate' as const)
  const label =
    basis === 'rate' ? `Rate per ${(metric.ratePer ?? 1000).toLocaleString('en-GB')} residents` : 'Value'
  const wanted =
    viewer.areas === 'all'
      ? partnership.areas
      : partnership.areas.filter(({ code }) => viewer.areas.includes(code))
  const all = viewer.areas === 'all' || viewer.areas.includes(partnership.code)
  const codes = [...(all ? [partnership.code] : []), ...wanted.map(({ code }) => code)]
  const areaBasis = (end: Month, whole: number | null) => ({
    label: `${label}, year to ${periodLabel(end, 'month')}`,
    partnership: whole,
  })
  const none = { areaBasis: areaBasis(to, null), areas: [] }
  if (codes.length === 0) return none
  const query = { metric: metric.id, areas: codes, basis, asAt } as const
  const year = await newestShownYear(reader, { query, to }, viewer)
  if (!year) return none
  const { end, result } = year
  const whole = result.series.find(({ key }) => key['area'] === partnership.code)?.points[0] ?? null
  return {
    areaBasis: areaBasis(end, whole?.value ?? null),
    areas: wanted.map(({ code, name }) => areaFigure({ code, name }, { result, whole, metric })),
  }
}

/**
 * The areas' figures of the year to the month asked for. Protected readers get the newest year that is published for the
 * most areas: some measures are published by whole quarters or financial years only. Null where none may be read.
 */
async function newestShownYear(
  reader: MetricsReader,
  { query, to }: { readonly query: SeriesQueryInput; readonly to: Month },
  viewer: Viewer,
): Promise<{ readonly end: Month; readonly result: SeriesResult } | null> {
  const ends = viewer.disclosure === 'protected' ? yearEnds(to) : [to]
  let best: { end: Month; result: SeriesResult; shown: number } | null = null
  for (const end of ends) {
    const result = await seriesOf(
      reader,
      { ...query, from: end, to: end, transform: 'rolling12' },
      viewer,
    ).catch((error: unknown) => {
      if (error instanceof QueryRefusal) return null
      throw error
    })
    if (!result) return null
    const shown = result.series.filter(({ points }) => points[0]?.status !== 'suppressed').length
    if (!best || shown > best.shown) best = { end, result, shown }
    if (shown === result.series.length) break
  }
  return best
}

function areaFigure(
  { code, name }: { readonly code: string; readonly name: string },
  {
    result,
    whole,
    metric,
  }: { readonly result: SeriesResult; readonly whole: Point | null; readonly metric: Metric },
): AreaFigure {
  const point = result.series.find(({ key }) => key['area'] === code)?.points[0]
  return {
    area: code,
    name,
    value: point?.value ?? null,
    status: point?.status ?? 'missing',
    beyondChance: beyondChance(point, whole, metric),
  }
}

/** Whether the area differs from the partnership by more than chance explains, at 99.8 %. */
function beyondChance(
  point: Point | undefined,
  whole: Point | null,
  metric: Metric,
): AreaFigure['beyondChance'] {
  if (
    !point ||
    point.value === null ||
    whole?.value == null ||
    point.numerator === null ||
    !point.denominator
  )
    return null
  // Chance is known for shares and for counts of independent events; people come to events in groups.
  const countsEvents = metric.measure.kind === 'additive' && metric.feed !== 'attendance'
  if (!isShare(metric.measure) && !countsEvents) return null
  const statistic = isShare(metric.measure) ? 'proportion' : 'rate'
  const multiplier = statistic === 'proportion' ? 100 : (metric.ratePer ?? 1000)
  const parts = { numerator: point.numerator, denominator: point.denominator, multiplier }
  const compared = benchmarkRatio(statistic, parts, { benchmark: whole.value, better: 'neutral' })
  if (compared.kind === 'refused') return null
  return compared.at998.direction === 'similar' ? null : compared.at998.direction
}
