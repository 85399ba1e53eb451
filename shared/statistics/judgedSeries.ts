import type { Grain } from '../periods/period.ts'
import { adjustedSeries, plainSeries } from './adjustedSeries.ts'
import type { Adjustment } from './adjustedSeries.ts'
import { controlChart } from './controlChart.ts'
import type { ControlChart, ControlOptions, JudgedPoint } from './controlChart.ts'
import type { ControlPoint } from './controlPoint.ts'
import { mean } from './mean.ts'

/** A figure with the number of events behind it, where the figure is not that number itself (a rate, a share). */
export interface CountedPoint extends ControlPoint {
  readonly count?: number | null
}

/** What a series is, and how its chart is to be judged. */
export interface JudgeOptions extends ControlOptions {
  readonly grain: Grain
  /** A volume grows with the days of a period; a share or a median does not. */
  readonly measure: 'volume' | 'other'
  readonly transform?: 'none' | 'rolling12' | 'yearToDate'
}

/** The mean and limits at one point, in the unit of the plain figures; null where the segment has none. */
export interface PointLines {
  readonly mean: number | null
  readonly lpl: number | null
  readonly upl: number | null
  readonly nlpl: number | null
  readonly nupl: number | null
}

/** A point as drawn (`y`, plain) and as judged (`adjusted`), with lines to draw beside the plain figure. */
export interface DrawnPoint extends JudgedPoint {
  readonly adjusted: number | null
  readonly lines: PointLines
}

export interface JudgedSeries {
  readonly kind: 'judged'
  /** The chart of the adjusted figures: its segments' lines are per period of mean length, without season. */
  readonly chart: ControlChart
  readonly points: readonly DrawnPoint[]
  readonly adjustment: Adjustment
}

/** Why a series is not judged: what to say, and which cause, so that a page can offer the way out. */
export interface JudgementRefusal {
  readonly kind: 'refused'
  readonly cause: 'sharedData' | 'goCoarser' | 'noFigures' | 'baseline'
  readonly reason: string
}

const leastMean = 5

const transforms = { rolling12: 'Rolling twelve months', yearToDate: 'Year to date' } as const

/**
 * Judges a series as the partnership does: volumes per day and without their season, provisional points not at all,
 * and not where a control chart would mislead. Refuses rolling and year-to-date figures (neighbours share data), a
 * mean of under 5 events a period (go coarser), and a series without a final figure.
 * Source: DOMAIN, "What may signal".
 */
export function judgedSeries(
  points: readonly CountedPoint[],
  options: JudgeOptions,
): JudgedSeries | JudgementRefusal {
  const { grain, measure, transform = 'none' } = options
  if (transform !== 'none') {
    const reason = `${transforms[transform]} figures have no control limits: neighbouring points share data.`
    return { kind: 'refused', cause: 'sharedData', reason }
  }
  const final = points.filter(({ y, excluded }) => excluded !== true && y !== null && Number.isFinite(y))
  if (final.length === 0)
    return { kind: 'refused', cause: 'noFigures', reason: 'No final figure is held to judge.' }
  const events = mean(
    final.map(({ y, count }) => eventsBehind(y, count, measure)).filter((value) => value !== null),
  )
  if (events !== null && events < leastMean) {
    return { kind: 'refused', cause: 'goCoarser', reason: tooFew(events, grain) }
  }
  const { points: adjusted, adjustment } =
    measure === 'volume' ? adjustedSeries(points, grain) : plainSeries(points)
  const chart = controlChart(adjusted, options)
  if (chart.kind === 'refused') return { kind: 'refused', cause: 'baseline', reason: chart.reason }
  const ways = new Map(adjusted.map((point) => [point.x, point]))
  return {
    kind: 'judged',
    chart,
    adjustment,
    points: chart.points.map((point) => {
      const { plain = null, scale = 1, shift = 0 } = ways.get(point.x) ?? {}
      const back = (line: number | null | undefined) => finite(line, scale, shift)
      const { mean: centre, lpl, upl, nlpl, nupl } = chart.segments[point.segment] ?? {}
      const lines = { mean: back(centre), lpl: back(lpl), upl: back(upl), nlpl: back(nlpl), nupl: back(nupl) }
      return { ...point, y: plain, adjusted: point.y, lines }
    }),
  }
}

function eventsBehind(
  y: number | null,
  count: number | null | undefined,
  measure: 'volume' | 'other',
): number | null {
  if (count !== undefined) return count
  return measure === 'volume' ? y : null
}

function finite(line: number | null | undefined, scale: number, shift: number): number | null {
  const value = line === null || line === undefined ? NaN : line * scale + shift
  return Number.isFinite(value) ? value : null
}

function tooFew(events: number, grain: Grain): string {
  const [period, coarser] = {
    month: ['month', 'go coarser, to quarters or years'],
    quarter: ['quarter', 'go coarser, to years'],
    financialYear: ['year', 'read the counts themselves'],
    calendarYear: ['year', 'read the counts themselves'],
  }[grain]
  return `A mean of ${Math.round(events * 10) / 10} a ${period} is under ${leastMean}, too few for control limits: ${coarser}.`
}
