import type { Viewer } from '../../../shared/access/viewer.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Point } from '../../../shared/series/series.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import type { Window } from '../../metrics/window.ts'
import { loadCounts, type LoadedCounts } from '../loadCounts.ts'
import { countFamilies, countsOf, familyOf } from '../protectedCounts.ts'
import { linesElsewhere, publishedTablesOf, thresholdOf } from '../publishedTablesOf.ts'
import type { TimeCell } from '../timeAxis.ts'
import { answersTo, stateOf, wholePlace, type Answer } from './answersTo.ts'

/** How a published table came out: its cells, and how many of them carry the marker. */
export interface TableTally {
  readonly table: string
  readonly published: number
  readonly hidden: number
}

/** A count over a window that a reader holds the number of. */
export interface ShownCount {
  readonly count: string
  readonly place: string
  readonly window: Window
}

/** A hidden cell: what it is in truth, and the least that a reader knows it to be. */
export interface HiddenCount extends ShownCount {
  readonly name: string
  readonly table: string
  readonly value: number
  readonly least: number
}

/** The true numbers of a count, by place and period. */
export type Truth = (place: string, period: number) => number

/** All that a reader can find out about a metric, and what is known of its counts by their definitions. */
export interface Findings {
  readonly truths: Map<string, Truth>
  /** Counts that others add up to. */
  readonly sums: { readonly whole: string; readonly parts: readonly string[] }[]
  readonly shown: ShownCount[]
  readonly hidden: HiddenCount[]
  readonly tables: TableTally[]
  /** Small numbers that were simply given out. */
  readonly small: string[]
}

interface Asking {
  readonly metric: Metric
  readonly viewer: Viewer
  readonly periods: readonly TimeCell[]
}

/** Asks for a metric by time and place, and by each published dimension, and notes what came. */
export async function findingsOf(reader: MetricsReader, asking: Asking): Promise<Findings> {
  const { metric, viewer, periods } = asking
  const findings: Findings = { truths: new Map(), sums: [], shown: [], hidden: [], tables: [], small: [] }
  const counts = await loadCounts(reader, { metric: metric.id, dimension: null, periods })
  const answers = await answersTo(reader, { metric, dimension: null }, viewer)
  const truth = truthsIn(counts, reader.partnership.code)
  for (const whole of countsOf(metric).wholes) {
    const { id, sumOf } = familyOf(whole)
    findings.truths.set(id, truth(whole.side, ''))
    if (sumOf.length > 0) findings.sums.push({ whole: id, parts: sumOf })
  }
  notePlain(findings, answers, { ...asking, truth, reader })
  for (const dimension of publishedTablesOf(metric, reader.partnership.disclosure).breakdowns)
    await noteBreakdown(findings, dimension, { ...asking, reader, plain: answers })
  return findings
}

type Truths = (side: 'numerator' | 'denominator' | 'rest', part: string) => Truth

function truthsIn(counts: LoadedCounts, whole: string): Truths {
  return (side, part) => (place, period) => {
    const line = counts.of(place === wholePlace ? whole : place, part)
    if (side !== 'rest') return line[side][period] ?? NaN
    return (line.denominator[period] ?? NaN) - (line.numerator[period] ?? NaN)
  }
}

function notePlain(
  findings: Findings,
  answers: readonly Answer[],
  { metric, periods, truth, reader }: Asking & { readonly truth: Truths; readonly reader: MetricsReader },
): void {
  const { wholes, split } = countsOf(metric)
  const families = wholes.map((whole) => familyOf(whole).id)
  const threshold = thresholdOf(metric, reader.partnership.disclosure)
  const sides = split ? ([`${metric.id}, counted`, `${metric.id}, rest`] as const) : null
  const ofSide = { [sides?.[0] ?? '']: truth('numerator', ''), [sides?.[1] ?? '']: truth('rest', '') }
  if (sides) {
    for (const side of sides) findings.truths.set(side, ofSide[side] ?? (() => NaN))
    findings.sums.push({ whole: families[0] ?? '', parts: sides })
  }
  const isSumOfOthers = families.some((id) => (countFamilies.get(id)?.sumOf.length ?? 0) > 0)
  const hidden = hiddenPlaces(answers)
  const tables = new Tallies()
  for (const answer of answers) {
    const { place, window, point } = answer
    const table = `${metric.id} by time${place === wholePlace ? '' : ' and place'}`
    const state = tables.note(table, answer)
    if (state === 'shown') {
      wholes.forEach((whole, i) => {
        if (point[whole.side] !== null) findings.shown.push({ count: families[i] ?? '', place, window })
      })
      if (point.numerator !== null)
        for (const count of sides ?? []) findings.shown.push({ count, place, window })
      if (isSmallShown(metric, point, threshold))
        findings.small.push(`${table}: ${place || 'whole'} ${window.period}`)
    }
    const period = answer.isCell ? periodAt(periods, window) : -1
    if (state !== 'hidden' || period < 0) continue
    const name = `${table}: ${place || 'whole'} ${window.period}`
    for (const count of sides ?? []) {
      const value = ofSide[count]?.(place, period) ?? NaN
      // A reader does not know which side of a hidden share is small; the other may be 0, or more than the whole.
      findings.hidden.push({
        count,
        place,
        window,
        name: `${name} (${count})`,
        table,
        value,
        least: Math.min(0, value),
      })
    }
    const isRow = isSumOfOthers || (place !== wholePlace && hidden.has(` ${wholePlace} ${spanOf(window)}`))
    for (const [i, whole] of wholes.entries()) {
      const value = truth(whole.side, '')(place, period)
      // The whole of a hidden share, or one side of a ratio, may well be shown elsewhere: secret is what is small.
      const isSecret = (wholes.length === 1 && !split) || (value > 0 && value < threshold)
      const least = isRow || split ? 0 : Math.min(1, value)
      if (isSecret)
        findings.hidden.push({ count: families[i] ?? '', place, window, name, table, value, least })
    }
  }
  findings.tables.push(...tables.all())
}

async function noteBreakdown(
  findings: Findings,
  dimension: string,
  {
    metric,
    viewer,
    periods,
    reader,
    plain,
  }: Asking & {
    readonly reader: MetricsReader
    readonly plain: readonly Answer[]
  },
): Promise<void> {
  const whole = countsOf(metric).wholes[0]
  if (!whole) return
  const elsewhere = linesElsewhere(metric, dimension)
  const counts = await loadCounts(reader, { metric: metric.id, dimension, periods })
  const truth = truthsIn(counts, reader.partnership.code)
  const countOf = (part: string) => elsewhere?.get(part) ?? `${metric.id}, ${dimension} ${part}`
  if (!elsewhere) {
    for (const part of counts.parts) findings.truths.set(countOf(part), truth(whole.side, part))
    findings.sums.push({ whole: familyOf(whole).id, parts: counts.parts.map(countOf) })
  }
  const threshold = thresholdOf(metric, reader.partnership.disclosure)
  const answers = await answersTo(reader, { metric, dimension }, viewer)
  const hiddenTotals = hiddenPlaces(plain)
  const hidden = hiddenPlaces(answers)
  const tables = new Tallies()
  for (const answer of answers) {
    const { place, part, window, point } = answer
    const table = `${metric.id} by ${dimension} and time${place === wholePlace ? '' : ' and place'}`
    const state = tables.note(table, answer)
    const name = `${table}: ${place || 'whole'} ${part} ${window.period}`
    if (state === 'shown') {
      findings.shown.push({ count: countOf(part), place, window })
      if (isSmallShown(metric, point, threshold)) findings.small.push(name)
    }
    const period = answer.isCell ? periodAt(periods, window) : -1
    if (state !== 'hidden' || period < 0) continue
    const value = truth(whole.side, part)(place, period)
    const isRow =
      elsewhere !== null ||
      hiddenTotals.has(` ${place} ${spanOf(window)}`) ||
      (place !== wholePlace && hidden.has(`${part} ${wholePlace} ${spanOf(window)}`))
    const least = isRow ? 0 : Math.min(1, value)
    findings.hidden.push({ count: countOf(part), place, window, name, table, value, least })
  }
  findings.tables.push(...tables.all())
}

/** Cells of published tables by state, table by table. */
class Tallies {
  readonly #held = new Map<string, { published: number; hidden: number }>()

  note(table: string, { point, isCell }: Answer): ReturnType<typeof stateOf> {
    const state = stateOf(point)
    if (!isCell) return state
    const held = this.#held.get(table) ?? { published: 0, hidden: 0 }
    this.#held.set(table, held)
    if (state !== 'nothing') held.published++
    if (state === 'hidden') held.hidden++
    return state
  }

  all(): TableTally[] {
    return [...this.#held].map(([table, { published, hidden }]) => ({ table, published, hidden }))
  }
}

function hiddenPlaces(answers: readonly Answer[]): Set<string> {
  return new Set(
    answers.flatMap(({ place, part, window, point, isCell }) =>
      isCell && stateOf(point) === 'hidden' ? [`${part} ${place} ${spanOf(window)}`] : [],
    ),
  )
}

function spanOf({ from, to }: Window): string {
  return `${from} ${to}`
}

function periodAt(periods: readonly TimeCell[], window: Window): number {
  return periods.findIndex(({ from, to }) => from === window.from && to === window.to)
}

function isSmallShown(
  metric: Metric,
  { numerator, denominator, soFar, ...point }: Point,
  threshold: number,
): boolean {
  const { wholes, split } = countsOf(metric)
  const isSmall = (value: number | null | undefined) =>
    value !== null && value !== undefined && value > 0 && value < threshold
  const counts = wholes.map(({ side }) => ({ ...point, numerator, denominator })[side])
  const sides =
    split && numerator !== null && denominator !== null ? [numerator, denominator - numerator] : []
  return [...counts, ...sides, soFar].some(isSmall)
}
