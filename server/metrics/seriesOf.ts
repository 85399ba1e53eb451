import type { Viewer } from '../../shared/access/viewer.ts'
import { periodsBetween, type Period } from '../../shared/periods/period.ts'
import { monthsBetween, type Month } from '../../shared/periods/month.ts'
import { forceWide, notPlaced } from '../../shared/partnership/partnership.ts'
import type { Point, Series, SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { disclosureLevel } from '../../shared/partnership/disclosureLevel.ts'
import { readsRowCounts } from '../access/readsRowCounts.ts'
import { disclose, type FigureKind } from '../disclosure/disclose.ts'
import { guardOf, type Guard } from '../disclosure/guard.ts'
import { refuseUnpublished } from '../disclosure/refuseUnpublished.ts'
import { compared } from './compare.ts'
import type { Figure, FigureSource, Line } from './figure.ts'
import { figureSource } from './figureSource.ts'
import { isShare } from './figures.ts'
import { keyLabels, measureLabel } from './labels.ts'
import type { MetricsReader } from './metricsReader.ts'
import { longestMonths, planQuery, type Plan } from './plan.ts'
import { QueryRefusal } from './queryRefusal.ts'
import { toPoint } from './point.ts'
import { windowOf, type Window } from './window.ts'

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
  refuseUnpublished(plan, reader, viewer)
  const submissions = reader.register.visible(plan.query.asAt)
  const position = submissions.at(-1)?.number ?? 0
  const level =
    viewer.disclosure === 'protected' ? disclosureLevel(reader.partnership.disclosure, viewer) : null
  const key = JSON.stringify([position, plan.query.asAt, level, viewer.areas, plan.query])
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
  const notes = new Set<string>([...leftOutNote(source.leftOut, viewer), ...source.notes])
  const guard = viewer.disclosure === 'protected' ? await guardOf(reader, plan, viewer) : null
  const context: PointsContext = { reader, plan, guard, source, notes }
  const lines = await compared(
    await seriesLines(context, periods),
    { plan, partnership: reader.partnership, noteOf: (note) => notes.add(note) },
    (area, wanted, breakdown) => pointsOf(context, { area, breakdown }, wanted),
  )
  return { ...result, series: lines, notes: [...notes] }
}

/** How many is a count like any other: only for who reads the counts of the whole as they are. */
function leftOutNote(count: number, viewer: Viewer): string[] {
  if (count === 0) return []
  const told = readsRowCounts(viewer) ? count.toLocaleString('en-GB') : 'Some'
  return [`${told} records are left out: they have no victim reference or day, or stand for several records.`]
}

interface PointsContext {
  readonly reader: MetricsReader
  readonly plan: Plan
  /** What this reader may see; null for unprotected figures. */
  readonly guard: Guard | null
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
  { reader, plan, guard, source, notes }: PointsContext,
  line: Line,
  periods: readonly Period[],
): Promise<Point[]> {
  const windows = periods.map((period) => windowOf(period, plan.query.grain, plan.query.transform))
  const figures = await source.figures(line, windows)
  const { partnership } = reader
  return figures.map((figure, i) => {
    const window = windows[i]
    if (!window) throw new Error('a figure without a window')
    const seen = guard
      ? disclosed(figure, { guard, plan, line, window, whole: partnership.code })
      : { figure }
    if ('hidden' in seen) return { ...nothing, ...seen.hidden, period: window.period }
    const { point, note } = toPoint(seen.figure, { window, plan, partnership, area: line.area })
    if (note) notes.add(note)
    return guard ? withoutSoFar(point) : point
  })
}

/** The sum of an incomplete period would give away what its months hide. */
function withoutSoFar({ soFar: _sum, ...point }: Point): Point {
  return point
}

const nothing = { value: null, numerator: null, denominator: null } as const

function disclosed(
  figure: Figure,
  request: {
    readonly guard: Guard
    readonly plan: Plan
    readonly line: Line
    readonly window: Window
    readonly whole: string
  },
) {
  const { guard, plan, line, window, whole } = request
  return disclose(figure, {
    state: guard.stateOf(line, window),
    kind: figureKind(plan),
    level: guard.level,
    floor: line.area === whole ? guard.floors.whole : guard.floors.places,
  })
}

function figureKind({ metric }: Plan): FigureKind {
  const { measure } = metric
  if (measure.kind === 'median' || measure.kind === 'meanGain') return 'median'
  if (isShare(measure)) return 'share'
  return measure.kind === 'ratio' ? 'ratio' : 'count'
}

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
