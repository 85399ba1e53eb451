import { monthPosition } from '../../charts/controlChart/monthPosition.ts'
import type { AlignedSeries } from '../../charts/aligned/alignedModel.ts'
import type { Grain } from '../../../shared/periods/period.ts'
import type { CalendarEvent, MetricPage } from '../../../shared/series/metricPage.ts'
import type { CompareLine } from '../../address/compareSearch.ts'
import type { Measured } from '../../../shared/figures/formatValue.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'

/** One line with its answer. */
export interface ComparedLine {
  readonly line: CompareLine
  readonly page: MetricPage
  /** Measure, area and part in words, as short as they stay clear. */
  readonly name: string
  readonly measured: Measured
  /** What stands after a value. */
  readonly unitOf: (value: number) => string
  readonly series: AlignedSeries
}

export interface Compared {
  readonly grain: Grain
  /** Every period that any line has, in order. */
  readonly periods: readonly string[]
  readonly lines: readonly ComparedLine[]
  readonly events: readonly { readonly letter: string; readonly at: number; readonly event: CalendarEvent }[]
}

interface Answer {
  readonly line: CompareLine
  readonly page: MetricPage
  /** The words of the line's one value, where it has one. */
  readonly onlyLabel: string | null
}

/** Lines laid over the same periods, and every event that any of them has, once each. */
export function compared(answers: readonly Answer[], grain: Grain): Compared {
  const periods = [
    ...new Set(
      answers.flatMap(({ page }) => page.result.series[0]?.points.map(({ period }) => period) ?? []),
    ),
  ].toSorted()
  const areas = new Set(answers.map(({ page }) => page.result.series[0]?.labels.area))
  const lines = answers.map(({ line, page, onlyLabel }): ComparedLine => {
    const area = page.result.series[0]?.labels.area ?? ''
    const named = areas.size > 1 && line.area !== undefined
    const name = [page.metric.name, onlyLabel, named ? area : null]
      .filter((part) => part !== null && part !== '')
      .join(', ')
    const measured: Measured = { unit: page.metric.unit, basis: page.result.query.basis }
    const unitOf = (value: number) => unitWords(page.metric, 'count', value)
    return { line, page, name, measured, unitOf, series: alignedSeries(name, page, periods) }
  })
  return { grain, periods, lines, events: sharedEvents(answers, periods, grain) }
}

function alignedSeries(name: string, page: MetricPage, periods: readonly string[]): AlignedSeries {
  const points = new Map(page.result.series[0]?.points.map((point) => [point.period, point]))
  const judged = new Map(page.chart.points.map((point) => [point.period, point]))
  const drawn = page.chart.refused === null
  const floor = page.metric.unit === 'points' ? Number.NEGATIVE_INFINITY : 0
  return {
    name,
    values: periods.map((period) => points.get(period)?.value ?? null),
    provisional: periods.map((period) => points.get(period)?.status === 'provisional'),
    types: periods.map((period) => judged.get(period)?.type ?? 'common'),
    // A usual range that reaches below zero says no more than one that begins there, where no figure can.
    lower: periods.map((period) => (drawn ? atLeast(floor, judged.get(period)?.lower ?? null) : null)),
    upper: periods.map((period) => (drawn ? (judged.get(period)?.upper ?? null) : null)),
  }
}

function atLeast(floor: number, value: number | null): number | null {
  return value === null ? null : Math.max(floor, value)
}

function sharedEvents(
  answers: readonly Answer[],
  periods: readonly string[],
  grain: Grain,
): Compared['events'] {
  const points = periods.map((period) => ({ period }))
  const events = new Map(
    answers.flatMap(({ page }) =>
      page.calendar.map((event) => [`${event.month} ${event.title}`, event] as const),
    ),
  )
  return [...events.values()]
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .flatMap((event) => {
      const at = monthPosition(event.month, points, grain)
      return at === null ? [] : [{ at, event }]
    })
    .map((each, index) => ({ ...each, letter: String.fromCharCode(65 + (index % 26)) }))
}
