import type { Viewer } from '../../shared/access/viewer.ts'
import { disclosureLevel } from '../../shared/partnership/disclosureLevel.ts'
import type { DisclosureLevel, PublishedGrain } from '../../shared/partnership/partnership.ts'
import type { Line } from '../metrics/figure.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import type { Plan } from '../metrics/plan.ts'
import type { Window } from '../metrics/window.ts'
import { suppliedPeriods } from './loadCounts.ts'
import { breakdownMask, familyMask, noteGiven, shareMask, shareParts } from './masks.ts'
import { countsOf, familyOf } from './protectedCounts.ts'
import { coarser, linesElsewhere, publishedTablesOf, thresholdOf } from './publishedTablesOf.ts'
import { cellState, type CellState, type TableMask } from './tableMask.ts'
import { isPublished, type TimeCell } from './timeAxis.ts'

/** Decides for one query what its reader gets of each window. */
export interface Guard {
  readonly level: DisclosureLevel
  stateOf(line: Line, window: Window): CellState
  /** The finest periods published for the whole, and for places. */
  readonly floors: { readonly whole: PublishedGrain; readonly places: PublishedGrain }
}

/** A cell as masks know it; `place` null is the whole. */
interface Asked {
  readonly place: string | null
  readonly parts: readonly string[]
  readonly period: number
}

type Look = (asked: Asked) => CellState

/**
 * Opens the masks that a query's figures need. A figure is shown where its own cell of the published tables is; a window
 * that is no such cell is shown where shown cells make it up, so that it tells nothing new.
 */
export async function guardOf(reader: MetricsReader, plan: Plan, viewer: Viewer): Promise<Guard> {
  const { metric } = plan
  const policy = reader.partnership.disclosure
  const level = disclosureLevel(policy, viewer)
  const threshold = thresholdOf(metric, policy, level)
  const own = publishedTablesOf(metric, policy)
  const periods = suppliedPeriods(reader)
  const opened = await openMasks(reader, plan, level)
  const tables = opened.map(({ table }) => table)
  await noteGiven(tables)
  const floors = {
    whole: tables.map(({ whole }) => whole.floor).reduce(coarser, own.whole),
    places: tables.map(({ byPlace }) => byPlace.floor).reduce(coarser, own.areas),
  }
  const look: Look = (asked) => {
    const floor = asked.place === null ? own.whole : own.areas
    if (!isPublished(periods[asked.period]?.grain ?? 'month', floor)) return 'notPublished'
    return worst(opened.map((mask) => mask.look(asked)))
  }
  const placeAt = new Map(periods.map(({ from, to }, place) => [`${from} ${to}`, place]))
  const byStart = Map.groupBy(periods.entries(), ([, { from }]) => from)
  return {
    level: { ...level, threshold },
    floors,
    stateOf(line, window) {
      const place = line.area === reader.partnership.code ? null : line.area
      const parts = partsAsked(plan, line)
      const at = (period: number) => look({ place, parts, period })
      const cell = placeAt.get(`${window.from} ${window.to}`)
      if (cell !== undefined && (plan.query.transform === 'none' || at(cell) === 'shown')) return at(cell)
      return madeUp(window, { byStart, at })
    },
  }
}

/** Whether shown cells, laid end to end, make up the window. */
function madeUp(
  { from, to }: Window,
  {
    byStart,
    at,
  }: {
    readonly byStart: ReadonlyMap<number, readonly (readonly [number, TimeCell])[]>
    readonly at: (period: number) => CellState
  },
): CellState {
  const reached = new Set([from])
  let isHidden = false
  for (let month = from; month <= to; month++) {
    if (!reached.has(month)) continue
    for (const [place, cell] of byStart.get(month) ?? []) {
      if (cell.to > to) continue
      const state = at(place)
      isHidden ||= state === 'hidden'
      if (state === 'shown') reached.add(cell.to + 1)
    }
  }
  if (reached.has(to + 1)) return 'shown'
  return isHidden ? 'hidden' : 'notPublished'
}

function worst(states: readonly CellState[]): CellState {
  return (
    states.find((state) => state === 'notPublished') ?? states.find((state) => state === 'hidden') ?? 'shown'
  )
}

/** The values of the one dimension that a line, or the query's filter, is about; one empty one without. */
function partsAsked({ breakdown, filters }: Plan, line: Line): readonly string[] {
  if (breakdown.length > 0) return line.breakdown
  return filters[0]?.values ?? ['']
}

/** The dimension a query is about; null for none. Two at once have been refused before. */
function dimensionAsked({ breakdown, filters }: Plan): string | null {
  return breakdown[0]?.name ?? filters[0]?.dimension.name ?? null
}

/** Whether nothing of the metric is small. */
function isFree(plan: Plan, reader: MetricsReader, level: DisclosureLevel): boolean {
  const policy = reader.partnership.disclosure
  return countsOf(plan.metric).wholes.every((whole) =>
    familyOf(whole).refs.every(({ metric }) => thresholdOf({ id: metric }, policy, level) === 0),
  )
}

/** A mask that must show a cell for its figure to be shown. */
interface Opened {
  readonly table: TableMask
  readonly look: Look
}

async function openMasks(reader: MetricsReader, plan: Plan, level: DisclosureLevel): Promise<Opened[]> {
  if (isFree(plan, reader, level)) return []
  const { metric } = plan
  const { wholes, split } = countsOf(metric)
  const dimension = dimensionAsked(plan)
  const lines = dimension === null ? null : linesElsewhere(metric, dimension)
  if (lines) {
    return Promise.all(
      [...lines].map(async ([code, family]): Promise<Opened> => {
        const table = await familyMask(reader, family, level)
        const look: Look = ({ place, parts, period }) =>
          parts.includes(code) ? cellState(table, { place, part: '', period }) : 'shown'
        return { table, look }
      }),
    )
  }
  const opened = async (mask: Promise<TableMask>, partsOf: (asked: Asked) => readonly string[]) => {
    const table = await mask
    const look: Look = (asked) => {
      const { place, period } = asked
      return worst(partsOf(asked).map((part) => cellState(table, { place, part, period })))
    }
    return { table, look }
  }
  return Promise.all([
    ...wholes.map((whole) => opened(familyMask(reader, familyOf(whole).id, level), () => [''])),
    ...(split ? [opened(shareMask(reader, metric.id, level), () => shareParts)] : []),
    ...(dimension === null
      ? []
      : [opened(breakdownMask(reader, { metric: metric.id, dimension }, level), ({ parts }) => parts)]),
  ])
}
