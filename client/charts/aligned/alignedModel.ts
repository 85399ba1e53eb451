import type { Grain } from '../../../shared/periods/period.ts'
import type { PointType } from '../../../shared/series/metricPage.ts'
import { linePath } from '../axis/linePath.ts'
import { niceTicks } from '../../../shared/figures/niceTicks.ts'
import { timeTicks, type TimeTick } from '../../../shared/figures/timeTicks.ts'

/** One series over the periods that all of them share; null where it has no figure. */
export interface AlignedSeries {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly provisional: readonly boolean[]
  readonly types: readonly PointType[]
  /** Usual range per period; null where there is none. */
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
}

export interface Frame {
  readonly width: number
  readonly height: number
  /** Room for labels at the right. */
  readonly right: number
}

const left = 44
const top = 12
const bottom = 22

/** Where the periods stand across every panel, so that one month lies under another. */
export function periodPlaces(count: number, { width, right }: Frame): (index: number) => number {
  const step = (width - left - right) / Math.max(1, count)
  return (index) => round(left + (index + 0.5) * step)
}

export interface AlignedModel {
  readonly line: string
  readonly band: string
  readonly marks: readonly {
    readonly x: number
    readonly y: number
    readonly type: PointType
    readonly provisional: boolean
  }[]
  readonly yTicks: readonly { readonly y: number; readonly value: number }[]
}

/** One panel on its own scale, from zero unless a value is below it. */
export function alignedModel(series: AlignedSeries, frame: Frame, whole: boolean): AlignedModel {
  const x = periodPlaces(series.values.length, frame)
  const held = [...series.values, ...series.upper, ...series.lower].filter((value) => value !== null)
  const ticks = niceTicks(Math.min(0, ...held), Math.max(0, ...held), { most: 3, whole })
  const y = scaleOf(ticks, frame)
  const newest = series.values.findLastIndex((value) => value !== null)
  const upper = series.upper.flatMap((value, i) => (value === null ? [] : [[x(i), y(value)] as const]))
  const lower = series.lower.flatMap((value, i) => (value === null ? [] : [[x(i), y(value)] as const]))
  return {
    line: linePath(series.values.map((value, i) => (value === null ? null : [x(i), y(value)]))),
    band: upper.length === 0 ? '' : `${linePath([...upper, ...lower.toReversed()])}Z`,
    marks: series.values.flatMap((value, i) => {
      const type = series.types[i] ?? 'common'
      const provisional = series.provisional[i] === true
      if (value === null || (type === 'common' && !provisional && i !== newest)) return []
      return [{ x: x(i), y: y(value), type: provisional ? 'common' : type, provisional }]
    }),
    yTicks: ticks.map((value) => ({ value, y: y(value) })),
  }
}

/** The height of a value between the lowest and highest tick. */
export function scaleOf(
  ticks: readonly number[],
  { height }: Pick<Frame, 'height'>,
): (value: number) => number {
  const low = ticks[0] ?? 0
  const high = ticks.at(-1) ?? 1
  return (value) => round(height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom))
}

/** Time below a panel, thinned to the room there is. */
export function alignedTicks(periods: readonly string[], grain: Grain, frame: Frame): TimeTick[] {
  const x = periodPlaces(periods.length, frame)
  const ticks = timeTicks(periods, grain)
  const most = Math.max(1, Math.floor((frame.width - left - frame.right) / 52))
  const every = Math.ceil(ticks.length / most)
  return ticks
    .filter((_, index) => (ticks.length - 1 - index) % every === 0)
    .map((tick) => ({ x: x(tick.x), label: tick.label }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
