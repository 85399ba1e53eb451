import type { Viewer } from '../../../shared/access/viewer.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { metricOf, placesOf, suppliedPeriods } from '../loadCounts.ts'
import type { TimeCell } from '../timeAxis.ts'
import { wholePlace } from './answersTo.ts'
import type { Attack, Sum, Target } from './attack.ts'
import { findingsOf, type Findings, type TableTally, type Truth } from './findings.ts'

/** The attack on a group of metrics whose counts hang together, and what their tables look like. */
export interface GroupAttack {
  readonly attack: Attack
  readonly tables: readonly TableTally[]
  /** Small numbers that a reader is simply given; there must be none. */
  readonly small: readonly string[]
}

type Months = Pick<TimeCell, 'from' | 'to'>

/** Writes down what a reader who asked for everything knows of some metrics. Nothing is read from the masks. */
export async function attackOn(
  reader: MetricsReader,
  metrics: readonly string[],
  viewer: Viewer,
): Promise<GroupAttack> {
  const periods = suppliedPeriods(reader)
  const findings: Findings[] = []
  for (const id of metrics) findings.push(await findingsOf(reader, { metric: metricOf(id), viewer, periods }))
  const places = placesOf(reader.partnership)
  const { lower, sumOf, isMonthly, isByPlace } = unknownsOf(findings, periods)
  const rows: Attack['rows'][number][] = []
  const equal = (sum: Sum) => rows.push({ sum, lower: 0, upper: 0 })
  /** A total is the sum of its parts, in every month, or in every quarter where not all are known by the month. */
  const addUp = (total: readonly [string, string], parts: readonly (readonly [string, string])[]) => {
    const grain = [total, ...parts].every(([count, place]) => isMonthly(count, place)) ? 'month' : 'quarter'
    for (const period of periods.filter((each) => each.grain === grain)) {
      const balance = new Map(sumOf(...total, period))
      for (const part of parts)
        for (const [each, times] of sumOf(...part, period))
          balance.set(each, (balance.get(each) ?? 0) - times)
      equal(balance)
    }
  }
  for (const count of new Set(findings.flatMap(({ truths }) => [...truths.keys()]))) {
    const parts = places.map((place) => [count, place] as const)
    if (isByPlace(count)) addUp([count, wholePlace], parts)
  }
  for (const { whole, parts } of findings.flatMap(({ sums }) => sums)) {
    const at = [whole, ...parts].every(isByPlace) ? [wholePlace, ...places] : [wholePlace]
    for (const place of at)
      addUp(
        [whole, place],
        parts.map((part) => [part, place] as const),
      )
  }
  for (const { count, place, window } of findings.flatMap(({ shown }) => shown))
    equal(sumOf(count, place, window))
  const targets = findings
    .flatMap(({ hidden }) => hidden)
    .map(({ count, place, window, name, table, value, least }): Target => {
      const sum = sumOf(count, place, window)
      rows.push({ sum, lower: least - value, upper: Infinity })
      return { name, table, sum }
    })
  return {
    attack: { lower, rows, targets },
    tables: findings.flatMap(({ tables }) => tables),
    small: findings.flatMap(({ small }) => small),
  }
}

/** The numbers an attacker does not know: counts by place and month, or quarter where nothing finer is published. */
function unknownsOf(findings: readonly Findings[], periods: readonly TimeCell[]) {
  const lower: number[] = []
  const numbers = new Map<string, number>()
  const truths = new Map<string, Truth[]>()
  for (const [count, truth] of findings.flatMap((each) => [...each.truths]))
    truths.set(count, [...(truths.get(count) ?? []), truth])
  const monthly = new Set<string>()
  const byPlace = new Set<string>()
  const levelOf = (count: string, place: string) => `${count} ${place === wholePlace ? 'whole' : 'places'}`
  for (const { count, place, window } of findings.flatMap(({ shown, hidden }) => [...shown, ...hidden])) {
    if (place !== wholePlace) byPlace.add(count)
    if (!isQuarterly(window)) monthly.add(levelOf(count, place))
  }
  const isMonthly = (count: string, place: string) => monthly.has(levelOf(count, place))
  const unknown = (count: string, place: string, months: Months): number => {
    const key = `${count} ${place} ${months.from} ${months.to}`
    const held = numbers.get(key)
    if (held !== undefined) return held
    numbers.set(key, lower.length)
    lower.push(
      -Math.max(0, ...(truths.get(count) ?? []).map((truth) => most(truth, periods, { place, months }))),
    )
    return lower.length - 1
  }
  return {
    lower,
    isMonthly,
    isByPlace: (count: string) => byPlace.has(count),
    /** How far a count at a place lies from the truth, over a window. */
    sumOf(count: string, place: string, window: Months): Sum {
      const step = isMonthly(count, place) ? 1 : 3
      if (step === 3 && !isQuarterly(window)) throw new Error(`finer than anything published: ${count}`)
      const sum = new Map<number, number>()
      for (let month = window.from; month <= window.to; month += step)
        sum.set(unknown(count, place, { from: month, to: month + step - 1 }), 1)
      return sum
    },
  }
}

function isQuarterly({ from, to }: Months): boolean {
  return from % 3 === 0 && to % 3 === 2
}

/** The most that some months can hold: their own number, or that of the shortest period around them. */
function most(
  truth: Truth,
  periods: readonly TimeCell[],
  { place, months }: { readonly place: string; readonly months: Months },
): number {
  let least = Infinity
  for (const [period, { from, to }] of periods.entries()) {
    if (from > months.from || to < months.to) continue
    const value = truth(place, period)
    if (!Number.isNaN(value)) least = Math.min(least, value)
  }
  return least === Infinity ? 0 : Math.max(0, least)
}
