import { fromIndex } from '../../shared/periods/month.ts'
import { periodsBetween, type Grain, type Period } from '../../shared/periods/period.ts'
import type { PublishedGrain } from '../../shared/partnership/partnership.ts'
import { windowOf } from '../metrics/window.ts'

/** One period of the published hierarchy: months ⊂ quarters ⊂ financial years and calendar years. */
export interface TimeCell {
  readonly grain: Grain
  readonly period: Period
  /** First and last month as numbers. */
  readonly from: number
  readonly to: number
}

/** A change of some periods that leaves the total of every other published period as it is: place and sign. */
export type Change = readonly (readonly [place: number, sign: number])[]

/** The periods of a table, and how a change of one can be made up for by others. */
export interface TimeAxis {
  readonly cells: readonly TimeCell[]
  /** The place of the period with these months; -1 where none has. */
  placeOf(from: number, to: number): number
  /** Changes that touch the period: within its quarter first, farther ones second. */
  changesOf(place: number): { readonly near: readonly Change[]; readonly far: readonly Change[] }
}

const published: Record<PublishedGrain, readonly Grain[]> = {
  month: ['month', 'quarter', 'financialYear', 'calendarYear'],
  quarter: ['quarter', 'financialYear', 'calendarYear'],
  financialYear: ['financialYear', 'calendarYear'],
  none: [],
}

/** Whether periods of this grain are published from that floor up. */
export function isPublished(grain: Grain, floor: PublishedGrain): boolean {
  return published[floor].includes(grain)
}

/** Every period that holds a month from the first to the last, by grain. */
export function timeCells({ from, to }: { readonly from: number; readonly to: number }): TimeCell[] {
  return published.month.flatMap((grain) =>
    periodsBetween(fromIndex(from), fromIndex(to), grain).map((period) => ({
      ...windowOf(period, grain, 'none'),
      grain,
    })),
  )
}

/**
 * The axis at a floor: `exists` says which periods hold a figure at all. A total that is not complete yet will be: while its
 * quarter runs, a month's change must be made up for within it as soon as it holds another month.
 */
export function timeAxis(
  cells: readonly TimeCell[],
  { floor, exists }: { readonly floor: PublishedGrain; readonly exists: (place: number) => boolean },
): TimeAxis {
  const places = new Map(cells.map(({ from, to }, place) => [`${from} ${to}`, place]))
  const placeOf = (from: number, to: number) => places.get(`${from} ${to}`) ?? -1
  const isHeld = cells.map(({ grain }, place) => isPublished(grain, floor) && exists(place))
  const within = cells.map((outer) =>
    cells.flatMap((inner, place) =>
      isHeld[place] === true &&
      inner.from >= outer.from &&
      inner.to <= outer.to &&
      inner.grain !== outer.grain
        ? [place]
        : [],
    ),
  )
  const monthsOf = (place: number) => (cells[place]?.to ?? 0) - (cells[place]?.from ?? 0) + 1
  const isSum = cells.map((_, place) => {
    const parts = within[place] ?? []
    const quarters = parts.filter((part) => cells[part]?.grain === 'quarter')
    const chosen = quarters.length > 0 ? quarters : parts.filter((part) => cells[part]?.grain === 'month')
    return isHeld[place] === true && chosen.reduce((sum, part) => sum + monthsOf(part), 0) === monthsOf(place)
  })
  const leaves = cells.flatMap((_, place) => (isHeld[place] === true && isSum[place] !== true ? [place] : []))
  const above = cells.map((_, leaf) =>
    cells.flatMap((_cell, place) => (within[place]?.includes(leaf) === true ? [place] : [])),
  )

  /** The change of one leaf, made up for by another; null where it would show in a total that is still to come. */
  const change = (leaf: number, other: number | null): Change | null => {
    const net = new Map<number, number>()
    const add = (place: number, sign: number) => net.set(place, (net.get(place) ?? 0) + sign)
    for (const [start, sign] of [[leaf, 1] as const, ...(other === null ? [] : [[other, -1] as const])]) {
      add(start, sign)
      for (const place of above[start] ?? []) add(place, sign)
    }
    const moved = [...net].filter(([, sign]) => sign !== 0)
    const isUnsettled = moved.some(([place]) => {
      if (isHeld[place] === true || cells[place]?.grain !== 'quarter') return false
      return (within[place] ?? []).length > 1
    })
    return isUnsettled ? null : moved.filter(([place]) => isHeld[place] === true)
  }

  const found = new Map<number, { near: Change[]; far: Change[] }>()
  const changesOf = (place: number) => {
    const known = found.get(place)
    if (known) return known
    const near: Change[] = []
    const far: Change[] = []
    const starts = leaves.includes(place) ? [place] : leaves.filter((leaf) => within[place]?.includes(leaf))
    for (const start of starts) {
      for (const other of leaves) {
        if (other === start || within[place]?.includes(other) === true) continue
        const shared = (above[start] ?? []).filter((total) => above[other]?.includes(total) === true)
        if (shared.length === 0 || cells[other]?.grain !== cells[start]?.grain) continue
        const made = change(start, other)
        if (made) (made.length === 2 ? near : far).push(made)
      }
      const alone = change(start, null)
      if (alone) (alone.length === 1 ? near : far).push(alone)
    }
    const changes = { near, far: far.toSorted((a, b) => a.length - b.length) }
    found.set(place, changes)
    return changes
  }
  return { cells, placeOf, changesOf }
}
