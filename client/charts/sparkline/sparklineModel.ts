import type { PointStatus } from '../../../shared/series/series.ts'
import type { Sparkline } from '../../../shared/series/scorecard.ts'
import { linePath } from '../axis/linePath.ts'

export type MarkKind = Sparkline['types'][number]

export interface SparkMark {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly kind: MarkKind
  readonly provisional: boolean
}

export interface SparklineModel {
  readonly line: string
  /** Top and bottom of the usual range; null where limits were refused. */
  readonly band: { readonly top: number; readonly bottom: number } | null
  readonly mean: number | null
  readonly marks: readonly SparkMark[]
  /** Runs of months nobody supplied, drawn as dashed boxes. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
  /** Where the line of a day stands: before the first period after it; null without one. */
  readonly before: number | null
}

interface Size {
  readonly width: number
  readonly height: number
}

const unsupplied: readonly PointStatus[] = ['missing', 'incomplete', 'notAvailable']

/**
 * Where the marks of a small chart stand. It has no axis: its range is that of its own values and limits. Signals and
 * the newest value have marks; provisional points are hollow; nothing is joined across a gap.
 */
export function sparklineModel(
  spark: Sparkline,
  { width, height }: Size,
  since: string | null = null,
): SparklineModel {
  const { values, statuses, types } = spark
  const inset = 4.4
  const step = values.length > 1 ? (width - 10) / (values.length - 1) : 0
  const x = (index: number) => round(4 + index * step)
  const limits = [spark.lower, spark.upper, spark.mean].filter((value) => value !== null)
  const known = [...values.filter((value) => value !== null), ...limits]
  const low = Math.min(...known)
  const high = Math.max(...known)
  const y = (value: number) =>
    round(high === low ? height / 2 : inset + ((high - value) / (high - low)) * (height - 2 * inset))

  const after = since === null ? -1 : spark.periods.findIndex((period) => period >= since)
  const newest = values.findLastIndex((value) => value !== null)
  const marks = values.flatMap((value, index): SparkMark[] => {
    if (value === null) return []
    const provisional = statuses[index] === 'provisional'
    const kind = provisional ? 'common' : (types[index] ?? 'common')
    if (kind === 'common' && !provisional && index !== newest) return []
    return [{ x: x(index), y: y(value), size: index === newest ? 3.6 : 2.3, kind, provisional }]
  })
  return {
    line: linePath(values.map((value, index) => (value === null ? null : [x(index), y(value)]))),
    band:
      spark.lower === null || spark.upper === null ? null : { top: y(spark.upper), bottom: y(spark.lower) },
    mean: spark.mean === null ? null : y(spark.mean),
    marks,
    before: after < 0 ? null : round(Math.max(0, x(after) - step / 2)),
    gaps: gapRuns(statuses).map(([from, to]) => ({
      from: Math.max(0, round(x(from) - step / 2)),
      to: Math.min(width, round(x(to) + step / 2)),
    })),
  }
}

/** Runs of periods nobody supplied, as first and last index. */
export function gapRuns(statuses: readonly PointStatus[]): [number, number][] {
  const runs: [number, number][] = []
  statuses.forEach((status, index) => {
    if (!unsupplied.includes(status)) return
    const last = runs.at(-1)
    if (last && last[1] === index - 1) last[1] = index
    else runs.push([index, index])
  })
  return runs
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
