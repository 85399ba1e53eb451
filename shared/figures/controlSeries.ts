import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import type { FigureMark, FigureSeries } from './figure.ts'
import { capitalise } from './capitalise.ts'
import { limitRuns } from './limitRuns.ts'
import { pointMarker } from './pointMarker.ts'

/**
 * The series of a control chart: the figures with what the rules say of each, what they are compared with, figures
 * before a correction, and average and limits of each stretch. Provisional figures are drawn and judged by nothing.
 */
export function controlSeries(page: MetricPage): FigureSeries[] {
  const { metric, result, chart } = page
  const points = result.series[0]?.points ?? []
  const restated = new Map(page.restatements.toReversed().map((each) => [each.period, each]))
  const judged = new Map(chart.points.map((point) => [point.period, point.type]))
  const figures: FigureSeries = {
    name: metric.unit === 'count' ? capitalise(metric.noun.many) : metric.name,
    role: 'value',
    values: points.map(({ value }) => value),
    marks: points.map(({ period, status }): FigureMark =>
      status === 'provisional'
        ? 'provisional'
        : status === 'final'
          ? (judged.get(period) ?? 'common')
          : 'common',
    ),
    markers: points.map(({ period, status }) => pointMarker(status, restated.has(period))),
    named: true,
  }
  const was = points.map(({ period }) => restated.get(period)?.was ?? null)
  return [
    figures,
    ...comparedSeries(page),
    ...(was.some((value) => value !== null)
      ? [{ name: 'Before correction', role: 'was', values: was, named: false } satisfies FigureSeries]
      : []),
    ...limitSeries(page),
  ]
}

/** Another area or the partnership as a line of its own; the same series at another time is only in the table. */
function comparedSeries({ result }: MetricPage): FigureSeries[] {
  const { compare } = result.query
  if (compare === null || compare === 'samePeriodLastYear' || compare === 'previousPeriod') return []
  const points = result.series[0]?.points ?? []
  const label = points.find(({ comparison }) => comparison)?.comparison?.label
  if (label === undefined) return []
  const values = points.map(({ comparison }) => comparison?.value ?? null)
  return [{ name: label, role: 'compared', values, named: true }]
}

/** One set of lines for each stretch, so that nothing joins across a step. */
function limitSeries({ result, chart }: MetricPage): FigureSeries[] {
  const points = result.series[0]?.points ?? []
  const judged = new Map(chart.points.map((point) => [point.period, point]))
  const runs = limitRuns(
    chart,
    points.map(({ period }, x) => ({
      x,
      period,
      mean: judged.get(period)?.mean ?? null,
      lower: judged.get(period)?.lower ?? null,
      upper: judged.get(period)?.upper ?? null,
    })),
  )
  const label = (x: number) => periodLabel(points[x]?.period ?? '', result.query.grain)
  return runs.flatMap((run, at): FigureSeries[] => {
    const last = at === runs.length - 1
    const suffix = last ? '' : ` to ${label(run.to)}`
    const line = (name: string, role: 'mean' | 'limit', of: 'mean' | 'lower' | 'upper'): FigureSeries => {
      const steps = new Map(run.steps.map((step) => [step.x, step[of]]))
      return { name: name + suffix, role, values: points.map((_, x) => steps.get(x) ?? null), named: last }
    }
    const lines = [
      line('Upper limit', 'limit', 'upper'),
      line('Average', 'mean', 'mean'),
      line('Lower limit', 'limit', 'lower'),
    ]
    return lines.filter(({ values }) => values.some((value) => value !== null))
  })
}
