import type { Viewer } from '../../shared/access/viewer.ts'
import { periodsBetween, type Period } from '../../shared/periods/period.ts'
import { monthsBetween, type Month } from '../../shared/periods/month.ts'
import { forceWide, notPlaced } from '../../shared/partnership/partnership.ts'
import type { Point, Series, SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { disclose, type FigureKind } from '../disclosure/disclose.ts'
import { compared } from './compare.ts'
import type { FigureSource } from './figure.ts'
import { figureSource } from './figureSource.ts'
import { isShare } from './figures.ts'
import { keyLabels, measureLabel } from './labels.ts'
import type { MetricsReader } from './metricsReader.ts'
import { planQuery, type Plan } from './plan.ts'
import { QueryRefusal } from './queryRefusal.ts'
import { toPoint } from './point.ts'
import { windowOf } from './window.ts'

/**
 * The answer to a query for this viewer: aggregated, disclosed, then compared. Nothing else gives out figures.
 * Throws QueryRefusal when the query cannot be answered or is not allowed.
 */
export async function seriesOf(
  reader: MetricsReader,
  input: SeriesQueryInput,
  viewer: Viewer,
): Promise<SeriesResult> {
  const plan = planQuery(input, reader.partnership, viewer)
  const submissions = reader.register.visible(plan.query.asAt)
  const position = submissions.at(-1)?.number ?? 0
  const key = JSON.stringify([position, plan.query.asAt, viewer.disclosure, viewer.areas, plan.query])
  return reader.answers.get(key, () => answer(reader, plan, viewer))
}

async function answer(reader: MetricsReader, plan: Plan, viewer: Viewer): Promise<SeriesResult> {
  const { query, metric } = plan
  const submissions = reader.register.visible(query.asAt)
  const result = {
    query,
    unit: query.basis === 'rate' ? `per ${metric.ratePer} residents` : metric.unit,
    measureLabel: measureLabel(metric, query),
    position: submissions.at(-1)?.number ?? 0,
    synthetic: submissions.some(({ synthetic }) => synthetic),
    disclosure: viewer.disclosure,
  }
  const source = await figureSource(reader, plan)
  const range = asked(plan, source.range)
  if (!range) return { ...result, series: [], notes: ['Nothing has been supplied for this measure yet.'] }
  const periods = periodsBetween(range.from, range.to, query.grain)
  const notes = new Set<string>(source.notes)
  const context: PointsContext = { reader, plan, viewer, source, notes }
  const lines = await compared(
    await seriesLines(context, periods),
    { plan, partnership: reader.partnership, noteOf: (note) => notes.add(note) },
    (area, wanted, breakdown) => pointsOf(context, { area, breakdown }, wanted),
  )
  return { ...result, series: lines, notes: [...notes] }
}

interface PointsContext {
  readonly reader: MetricsReader
  readonly plan: Plan
  readonly viewer: Viewer
  readonly source: FigureSource
  readonly notes: Set<string>
}

async function seriesLines(context: PointsContext, periods: readonly Period[]): Promise<Series[]> {
  const { plan, source, reader } = context
  const lines: Series[] = []
  const optional = plan.byArea && plan.query.areas.length === 0 ? [forceWide, notPlaced] : []
  for (const area of plan.areas) {
    for (const breakdown of source.breakdownsOf(area)) {
      const points = await pointsOf(context, { area, breakdown }, periods)
      if (optional.includes(area) && !source.holds(area)) continue
      lines.push({ ...keyLabels(plan, { area, breakdown }, reader.partnership), points })
    }
  }
  return lines
}

/** The disclosed points of one line; comparisons ask for other periods or areas the same way. */
async function pointsOf(
  { reader, plan, viewer, source, notes }: PointsContext,
  line: { readonly area: string; readonly breakdown: readonly string[] },
  periods: readonly Period[],
): Promise<Point[]> {
  const windows = periods.map((period) => windowOf(period, plan.query.grain, plan.query.transform))
  const figures = await source.figures(line, windows)
  const to = { viewer, policy: reader.partnership.disclosure }
  return figures.map((figure, i) => {
    const window = windows[i]
    if (!window) throw new Error('a figure without a window')
    const { point, note } = toPoint(figure, {
      window,
      plan,
      partnership: reader.partnership,
      area: line.area,
    })
    if (note) notes.add(note)
    return disclose(point, figureKind(plan), to)
  })
}

function figureKind({ metric }: Plan): FigureKind {
  if (metric.measure.kind === 'median') return 'median'
  return isShare(metric.measure) || metric.measure.kind === 'ratio' || metric.measure.kind === 'meanGain'
    ? 'share'
    : 'count'
}

/** No series is longer: a mistyped year would ask for a hundred thousand points. */
const longestMonths = 1_200

/** The months asked for, or all that were supplied. */
function asked(
  { query }: Plan,
  supplied: { from: Month; to: Month } | null,
): { from: Month; to: Month } | null {
  const from = (query.from as Month | undefined) ?? supplied?.from
  const to = (query.to as Month | undefined) ?? supplied?.to
  if (from && to && monthsBetween(from, to) > longestMonths)
    throw new QueryRefusal(`The period from ${from} to ${to} is longer than a hundred years.`)
  return from && to && from <= to ? { from, to } : null
}
