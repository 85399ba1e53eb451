import { isMonth } from '../../../shared/periods/month.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Sparkline } from '../../../shared/series/scorecard.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { linePath } from '../axis/linePath.ts'
import { niceTicks } from '../../../shared/figures/niceTicks.ts'
import { spreadLabels } from '../../../shared/figures/spreadLabels.ts'
import { gapRuns, type SparkMark } from '../sparkline/sparklineModel.ts'

export interface LeadLabel {
  readonly y: number
  readonly words: string
  readonly figure: string
  readonly latest: boolean
}

export interface LeadChartModel {
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly gridlines: readonly { readonly y: number; readonly label: string }[]
  readonly months: readonly { readonly x: number; readonly label: string }[]
  readonly band: { readonly top: number; readonly bottom: number } | null
  readonly mean: number | null
  readonly line: string
  readonly marks: readonly SparkMark[]
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
  readonly labels: readonly LeadLabel[]
  /** Where the axis starts; said in the caption when it is not zero. */
  readonly start: number
}

interface Frame {
  readonly width: number
  readonly height: number
  /** Labels stand inside the plot on narrow screens. */
  readonly inside: boolean
  readonly measured: Measured
}

/** The 24 months behind a finding, with an axis of round values that need not start at zero, and direct labels. */
export function leadChartModel(spark: Sparkline, { width, height, inside, measured }: Frame): LeadChartModel {
  const { values, statuses, types, lower, upper, mean } = spark
  const known = [...values, lower, upper, mean].filter((value) => value !== null)
  const low = Math.min(...known)
  const high = Math.max(...known)
  const nearZero = low < (high - low) * 0.5
  const ticks = niceTicks(nearZero ? Math.min(0, low) : low - (high - low) * 0.25, high, {
    most: 5,
    whole: measured.unit === 'count' && measured.basis !== 'rate',
  })
  const start = ticks[0] ?? 0
  const end = Math.max(ticks.at(-1) ?? 1, start + 1e-9)
  const axis = Math.max(...ticks.map((tick) => formatValue(tick, measured).length)) * 7 + 8
  const newest = values.findLastIndex((value) => value !== null)
  const words = [
    `Upper limit ${formatValue(upper ?? 0, measured)}`,
    `${formatValue(values[newest] ?? 0, measured)} ${shortPeriod(spark.periods[newest])}`,
  ]
  const room = Math.max(108, ...words.map((text) => Math.ceil(text.length * 6.9) + 12))
  const plot = { left: axis, right: inside ? width - 6 : width - room, top: 12, bottom: height - 28 }
  const step = (plot.right - plot.left - 18) / Math.max(1, values.length - 1)
  const x = (index: number) => round(plot.left + 10 + index * step)
  const y = (value: number) =>
    round(plot.bottom - ((value - start) / (end - start)) * (plot.bottom - plot.top))

  const marks = values.flatMap((value, index): SparkMark[] => {
    if (value === null) return []
    const provisional = statuses[index] === 'provisional'
    const kind = provisional ? 'common' : (types[index] ?? 'common')
    const size = provisional ? 3.6 : kind === 'common' ? 2.1 : 3.8
    return [{ x: x(index), y: y(value), size, kind, provisional }]
  })
  const label = (value: number | null, words: string, latest = false): LeadLabel[] =>
    value === null ? [] : [{ y: y(value) + 4, words, figure: formatValue(value, measured), latest }]
  return {
    plot,
    gridlines: ticks.map((tick) => ({ y: y(tick), label: formatValue(tick, measured) })),
    months: spark.periods.flatMap((period, index) => {
      const month = Number(period.slice(5, 7))
      const wanted = inside ? month === 1 : month === 1 || month === 7
      return wanted && isMonth(period) ? [{ x: x(index), label: periodLabel(period, 'month') }] : []
    }),
    band: lower === null || upper === null ? null : { top: y(upper), bottom: y(lower) },
    mean: mean === null ? null : y(mean),
    line: linePath(values.map((value, index) => (value === null ? null : [x(index), y(value)]))),
    marks,
    gaps: gapRuns(statuses).map(([from, to]) => ({ from: x(from) - step / 2, to: x(to) + step / 2 })),
    labels: spreadLabels(
      [
        ...label(upper, 'Upper limit'),
        ...label(mean, 'Average'),
        ...label(lower, 'Lower limit'),
        ...label(values[newest] ?? null, shortPeriod(spark.periods[newest]), true),
      ],
      17,
      [plot.top + 4, plot.bottom],
    ),
    start,
  }
}

/** When the newest value is of, without the year: "in Oct", "in Jul–Sep". */
function shortPeriod(period: string | undefined): string {
  if (period === undefined) return ''
  const label = periodLabel(period, isMonth(period) ? 'month' : 'quarter')
  return `in ${label.replace(/ \d{4}$/, '')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
