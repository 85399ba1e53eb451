import type { Grain } from '../../../shared/periods/period.ts'
import type { MetricPage, PointType } from '../../../shared/series/metricPage.ts'
import type { Point } from '../../../shared/series/series.ts'
import { linePath } from '../axis/linePath.ts'
import { panelScale, tenth, type PanelAxes, type PanelSize } from '../panel/panelScale.ts'
import { limitRuns } from '../../../shared/figures/limitRuns.ts'

export interface SmallMark {
  readonly x: number
  readonly y: number
  readonly type: PointType
  readonly provisional: boolean
}

export interface SmallModel extends PanelAxes {
  readonly bands: readonly string[]
  readonly means: readonly string[]
  readonly line: string
  readonly reference: string
  readonly marks: readonly SmallMark[]
}

interface Source {
  readonly points: readonly Point[]
  readonly chart: MetricPage['chart'] | null
  /** The partnership over the same periods, drawn as the dashed reference. */
  readonly reference: readonly (number | null)[]
  readonly grain: Grain
}

/** One panel of several on one scale: usual range, line, signals, and the partnership dashed. */
export function smallModel({ points, chart, reference, grain }: Source, size: PanelSize): SmallModel {
  const scale = panelScale({ periods: points.map(({ period }) => period), grain }, size)
  const x = (index: number) => tenth(scale.x(index))
  const y = (value: number) => tenth(scale.y(value))
  const end = size.ticks.at(-1) ?? 1
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
    ...scale.axes,
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
  }
}

/** Each value averaged with the two before it, so that the reference does not distract; null while any is missing. */
export function threeMonthMean(values: readonly (number | null)[]): (number | null)[] {
  return values.map((_, index) => {
    const three = values.slice(Math.max(0, index - 2), index + 1).filter((value) => value !== null)
    return three.length < 3 ? null : three.reduce((sum, value) => sum + value, 0) / 3
  })
}
