import type { TableFigures, TableRules } from './buildTable.ts'
import type { Grid } from './grid.ts'
import type { StageFigures } from './stageFigures.ts'
import type { StageMask, TableMask } from './tableMask.ts'
import { timeAxis, type TimeAxis } from './timeAxis.ts'
import type { PublishedGrain } from '../../shared/partnership/partnership.ts'

// Dearer than any company among fresh numbers.
const knownCost = 50

interface Stage {
  readonly floor: PublishedGrain
  /** The whole's mask, for the stage of the places. */
  readonly whole: StageMask | null
}

/** The grid of a stage: what must be hidden, what hiding costs, and how far a reader may think each number from the truth. */
export function stageGrid(
  figures: TableFigures,
  rules: TableRules,
  { stage, laid }: { readonly stage: Stage; readonly laid: StageFigures },
): Grid {
  const { values, held, periods } = laid
  const count = held.length
  const must = new Uint8Array(count)
  const cost = new Float64Array(count)
  const room = Array.from(
    { length: Math.max(0, ...values.map(({ length }) => length)) },
    () => new Float64Array(count),
  )
  const largest = Math.log1p(values.reduce((most, numbers) => Math.max(most, ...positive(numbers)), 1))
  const mayBeNegative = rules.zeroMayHide && values.some((numbers) => numbers.some((value) => value < 0))
  const isZeroShown = !rules.suppressZero
  const rows = hiddenRows(figures, rules, { stage, laid })

  laid.each(({ at, area, part, period }) => {
    const numbers = values[at] ?? []
    const before = rules.before(stage.whole === null ? null : area, part, period)
    const isGiven = before === 'hidden' || rows.isHidden({ at, area, part, period })
    must[at] = isGiven || numbers.some((value) => isSmall(value, rules)) ? 1 : 0
    const staysShown =
      isZeroShown && laid.isZero(at) && (!rules.zeroMayHide || isEmptyUnit(laid, { area, period }))
    cost[at] = staysShown
      ? Infinity
      : 1 +
        (periods[period]?.grain === 'month' ? 0 : 0.5) +
        (before === 'known' ? knownCost : 0) +
        (0.1 * Math.log1p(Math.max(0, ...positive(numbers)))) / largest
    // Readers know that zeros are shown, so that what is hidden for being small is at least 1.
    const least = isGiven || rules.zeroMayHide || rules.suppressZero ? 0 : 1
    for (const [k, free] of room.entries()) {
      const value = numbers[k] ?? NaN
      free[at] = Number.isNaN(value) || mayBeNegative ? Infinity : value - least
    }
  })
  return { areas: laid.areas, parts: laid.parts, time: timeOf(laid, stage.floor), held, must, cost, room }
}

function timeOf({ held, periods }: StageFigures, floor: PublishedGrain): TimeAxis {
  const exists = new Set<number>()
  for (const [at, is] of held.entries()) if (is === 1) exists.add(at % periods.length)
  return timeAxis(periods, { floor, exists: (period) => exists.has(period) })
}

function positive(numbers: readonly number[]): number[] {
  return numbers.filter((value) => value > 0)
}

function isSmall(value: number, { threshold, suppressZero }: TableRules): boolean {
  return value === 0 ? suppressZero : value > 0 && value < threshold
}

/** A share of nothing. */
function isEmptyUnit(
  { parts, periods, isZero }: StageFigures,
  { area, period }: { readonly area: number; readonly period: number },
): boolean {
  for (let part = 0; part < parts; part++)
    if (!isZero((area * parts + part) * periods.length + period)) return false
  return true
}

interface CellPlace {
  readonly at: number
  readonly area: number
  readonly part: number
  readonly period: number
}

/** Cells whose total is hidden are hidden with it, but for a 0 that another shown 0 implies. */
function hiddenRows(
  figures: TableFigures,
  { totals, sums, suppressZero }: TableRules,
  { stage, laid }: { readonly stage: Stage; readonly laid: StageFigures },
) {
  const { periods, parts } = laid
  const side = stage.whole === null ? 'whole' : 'byPlace'
  const isHiddenIn = (table: TableMask, line: number, period: number) =>
    table[side].hidden[line * periods.length + period] === 1
  const isTotalHidden = (area: number, period: number) => totals !== null && isHiddenIn(totals, area, period)
  const isImplied = ({ area, part, period }: CellPlace) => {
    const { from, to } = periods[period] ?? { from: 0, to: 0 }
    const isZeroInWhole =
      stage.whole !== null &&
      figures.values(null, part, period).every((value) => value === 0) &&
      stage.whole.hidden[part * periods.length + period] === 0
    return (
      isZeroInWhole ||
      periods.some((longer, other) => {
        if (longer.from > from || longer.to < to || longer.to - longer.from === to - from) return false
        const at = (area * parts + part) * periods.length + other
        return laid.held[at] === 1 && laid.isZero(at) && !isTotalHidden(area, other)
      })
    )
  }
  return {
    isHidden(cell: CellPlace): boolean {
      const { at, area, part, period } = cell
      const isRow =
        isTotalHidden(area, period) ||
        stage.whole?.hidden[part * periods.length + period] === 1 ||
        sums.some((table) => isHiddenIn(table, area * parts + part, period))
      return isRow && (suppressZero || !laid.isZero(at) || !isImplied(cell))
    },
  }
}
