import type { Grain } from '../../../shared/periods/period.ts'
import type { MetricPage, PointType } from '../../../shared/series/metricPage.ts'
import type { Point } from '../../../shared/series/series.ts'
import { linePath } from '../axis/linePath.ts'
import { limitRuns } from '../../../shared/figures/limitRuns.ts'
import { timeTicks, type TimeTick } from '../../../shared/figures/timeTicks.ts'

export interface SmallMark {
  readonly x: number
  readonly y: number
  readonly type: PointType
  readonly provisional: boolean
}

export interface SmallModel {
  readonly bands: readonly string[]
  readonly means: readonly string[]
  readonly line: string
  readonly reference: string
  readonly marks: readonly SmallMark[]
  readonly xTicks: readonly TimeTick[]
  readonly yTicks: readonly { readonly y: number; readonly value: number }[]
}

interface Source {
  readonly points: readonly Point[]
  readonly chart: MetricPage['chart'] | null
  /** The partnership over the same periods, drawn as the dashed reference. */
  readonly reference: readonly (number | null)[]
  readonly grain: Grain
}

interface Frame {
  readonly width: number
  readonly height: number
  /** The values of the axis that all panels share. */
  readonly ticks: readonly number[]
}

const inset = { left: 26, right: 6, top: 16, bottom: 24 }

/** One panel of several on one scale: usual range, line, signals, and the partnership dashed. */
export function smallModel(
  { points, chart, reference, grain }: Source,
  { width, height, ticks }: Frame,
): SmallModel {
  const end = ticks.at(-1) ?? 1
  const start = ticks[0] ?? 0
  const step = (width - inset.left - inset.right) / Math.max(1, points.length)
  const x = (index: number) => round(inset.left + (index + 0.5) * step)
  const y = (value: number) =>
    round(
      height - inset.bottom - ((value - start) / (end - start || 1)) * (height - inset.top - inset.bottom),
    )
  const judged = new Map(chart?.points.map((point) => [point.period, point]))
  const placed = points.map((point, index) => {
    const limits = judged.get(point.period)
    return {
      x: index,
      period: point.period,
      mean: limits?.mean ?? null,
      lower: limits?.lower ?? null,
      upper: limits?.upper ?? null,
    }
  })
  const runs = chart === null ? [] : limitRuns(chart, placed)
  const newest = points.findLastIndex(({ value }) => value !== null)
  const path = (values: readonly (number | null)[]) =>
    linePath(values.map((value, index) => (value === null ? null : [x(index), y(Math.min(value, end))])))
  return {
    bands: runs.flatMap(({ steps }) => {
      const upper = steps.flatMap((each) =>
        each.upper === null ? [] : [[x(each.x), y(each.upper)] as const],
      )
      const lower = steps.flatMap((each) =>
        each.lower === null ? [] : [[x(each.x), y(each.lower)] as const],
      )
      return upper.length === 0 ? [] : [`${linePath([...upper, ...lower.toReversed()])}Z`]
    }),
    means: runs.map(({ steps }) =>
      linePath(steps.map(({ x: at, mean }) => (mean === null ? null : [x(at), y(mean)]))),
    ),
    line: path(points.map(({ value }) => value)),
    reference: path(reference),
    marks: points.flatMap((point, index): SmallMark[] => {
      if (point.value === null) return []
      const provisional = point.status === 'provisional'
      const type = provisional ? 'common' : (judged.get(point.period)?.type ?? 'common')
      if (type === 'common' && !provisional && index !== newest) return []
      return [{ x: x(index), y: y(point.value), type, provisional }]
    }),
    xTicks: sparse(
      timeTicks(
        points.map(({ period }) => period),
        grain,
      ),
      Math.max(1, Math.floor((width - inset.left) / 52)),
    ).map(({ x: at, label }) => ({ x: x(at), label })),
    yTicks: ticks.map((value) => ({ y: y(value), value })),
  }
}

/** Each value averaged with the two before it, so that the reference does not distract; null while any is missing. */
export function threeMonthMean(values: readonly (number | null)[]): (number | null)[] {
  return values.map((_, index) => {
    const three = values.slice(Math.max(0, index - 2), index + 1).filter((value) => value !== null)
    return three.length < 3 ? null : three.reduce((sum, value) => sum + value, 0) / 3
  })
}

function sparse(ticks: readonly TimeTick[], most: number): TimeTick[] {
  const every = Math.ceil(ticks.length / most)
  return ticks.filter((_, index) => (ticks.length - 1 - index) % every === 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
