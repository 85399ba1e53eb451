import { periodLength } from '../statistics/perDay.ts'
import { countChange, shareChange } from '../statistics/countChange.ts'
import type { Adjustment } from '../statistics/adjustedSeries.ts'
import type { DrawnPoint } from '../statistics/judgedSeries.ts'
import { mean } from '../statistics/mean.ts'
import { meanMovingRange, movingRanges } from '../statistics/movingRanges.ts'
import { recentShift } from '../statistics/recentShift.ts'
import { monthsPerPeriod, samePeriodLastYear, type Grain } from '../periods/period.ts'
import type { Direction } from './signal.ts'

/** A line as its control chart judges it, with the parts behind a share. */
export interface JudgedLine {
  readonly points: readonly DrawnPoint[]
  readonly adjustment: Adjustment
  readonly grain: Grain
  /** A count of events (or a rate of one), a share with its parts, or a figure that is neither. */
  readonly measure: 'count' | 'share' | 'other'
  readonly partsOf: (period: string) => { readonly numerator: number; readonly denominator: number } | null
}

/** What a test of a line found, at its own chance. */
export interface LineFinding {
  readonly period: string
  readonly since: string
  readonly length: number
  readonly direction: Direction
  /** Plain figures: the latest, the mean of the stretch, the mean before it and of how many. */
  readonly now: number
  readonly after: number
  readonly before: number
  readonly beforeLength: number
  readonly p: number
  /** Change against what was. */
  readonly size: number
}

/** A chance above this raises nothing by itself, however few series are looked at. */
export const greatestChance = 0.005

/** What is smaller than this share of what was is not worth a board's question, however sure. */
const leastSize = 0.05

/**
 * A special cause among the line's newest final periods: one of the chart's rules fires there, and the stretch that ends
 * there differs from what came before in the same direction by more than chance. `p` allows for every stretch and every
 * new period tried; it is 1 where no rule fires. Null where the chart judges nothing.
 */
export function specialCauseOf(
  line: JudgedLine,
  { newPeriods }: { readonly newPeriods: number },
): { readonly p: number; readonly finding: LineFinding | null } | null {
  const final = line.points.filter(({ excluded, y }) => !excluded && y !== null)
  const lost = lostTo(line)
  let tested = false
  let best: LineFinding | null = null
  for (let end = final.length; end > Math.max(0, final.length - newPeriods); end--) {
    const last = final[end - 1]
    if (!last) continue
    const stretch = final.slice(0, end).filter(({ segment }) => segment === last.segment)
    const shift = recentShift(
      stretch.map(({ adjusted }) => evened(adjusted ?? 0, line.measure)),
      { lost },
    )
    if (!shift) continue
    tested = true
    const direction = shift.after > shift.before ? 'up' : 'down'
    if (directionOf(last.rule) !== direction) continue
    const p = Math.min(1, shift.p * newPeriods)
    // The newest period that shows it tells more than the one that shows it best.
    if (best && (best.p <= p || best.p <= greatestChance)) continue
    const recent = stretch.slice(-shift.length)
    const earlier = stretch.slice(0, -shift.length)
    const [after, before] = [recent, earlier].map(meanOf)
    const adjusted = [recent, earlier].map((side) => mean(side.map((point) => point.adjusted ?? 0)) ?? 0)
    const size = relative(adjusted[0] ?? 0, adjusted[1] ?? 0)
    if (Math.abs(size) < leastSize) continue
    best = {
      period: last.x,
      since: recent[0]?.x ?? last.x,
      length: shift.length,
      direction,
      now: last.y ?? 0,
      after: after ?? 0,
      before: before ?? 0,
      beforeLength: earlier.length,
      p,
      size,
    }
  }
  return tested ? { p: best?.p ?? 1, finding: best } : null
}

/**
 * The newest three final months (or the newest quarter) against the same a year before. Counts allow for how far this
 * series varies from month to month beyond independent events. Null where a period of either side is not final, or the
 * figure has no parts that chance is known for.
 */
export function yearChangeOf(
  line: JudgedLine,
): { readonly p: number; readonly finding: LineFinding | null } | null {
  const final = line.points.filter(({ excluded, y }) => !excluded && y !== null)
  const length = 3 / monthsPerPeriod(line.grain)
  if (line.measure === 'other' || !Number.isInteger(length)) return null
  const now = final.slice(-length)
  const known = new Map(final.map((point) => [point.x, point]))
  const before = now.flatMap(({ x }) => known.get(samePeriodLastYear(x, line.grain)) ?? [])
  const last = now.at(-1)
  const first = now[0]
  if (!last || !first || now.length < length || before.length < length) return null
  // Months with a gap between them are no quarter.
  if (
    line.points.findIndex(({ x }) => x === last.x) - line.points.findIndex(({ x }) => x === first.x) >=
    length
  )
    return null
  const sums =
    line.measure === 'share' ? shareSums(line, now, before) : countSums(line, final, { now, before })
  if (!sums) return null
  const size = relative(sums.now, sums.before)
  const finding: LineFinding = {
    period: last.x,
    since: first.x,
    length,
    direction: size > 0 ? 'up' : 'down',
    now: sums.now,
    after: sums.now,
    before: sums.before,
    beforeLength: length,
    p: sums.p,
    size,
  }
  return { p: sums.p, finding: Math.abs(size) < leastSize ? null : finding }
}

interface Sums {
  readonly now: number
  readonly before: number
  readonly p: number
}

function shareSums(line: JudgedLine, now: readonly DrawnPoint[], before: readonly DrawnPoint[]): Sums | null {
  const parts = (side: readonly DrawnPoint[]) => {
    const held = side.map(({ x }) => line.partsOf(x))
    if (held.some((each) => each === null)) return null
    const sum = (of: 'numerator' | 'denominator') =>
      held.reduce((total, each) => total + (each?.[of] ?? 0), 0)
    return { numerator: sum('numerator'), denominator: sum('denominator') }
  }
  const [a, b] = [parts(now), parts(before)]
  if (!a || !b || a.denominator <= 0 || b.denominator <= 0) return null
  return {
    now: (a.numerator / a.denominator) * 100,
    before: (b.numerator / b.denominator) * 100,
    p: shareChange({ now: a, before: b }),
  }
}

function countSums(
  line: JudgedLine,
  final: readonly DrawnPoint[],
  { now, before }: { readonly now: readonly DrawnPoint[]; readonly before: readonly DrawnPoint[] },
): Sums {
  const sum = (points: readonly DrawnPoint[]) => points.reduce((total, { y }) => total + (y ?? 0), 0)
  const days = (points: readonly DrawnPoint[]) =>
    points.reduce((total, { x }) => total + periodLength(x, line.grain), 0)
  const [a, b] = [sum(now), sum(before)]
  const own = final.filter(({ segment }) => segment === final.at(-1)?.segment)
  const freedom = own.length - 1 - lostTo(line)
  return {
    now: a,
    before: b,
    p: countChange({
      now: a,
      // A leap day makes a year before longer or shorter.
      before: b * (days(now) / days(before)),
      // A season learned from the same values has narrowed them.
      dispersion: dispersionOf(own) * ((own.length - 1) / Math.max(1, freedom)),
      // The moving range knows the spread about as well as six tenths of the values would.
      degreesOfFreedom: Math.max(2, 0.62 * freedom),
    }),
  }
}

/** Variance over mean of the counts, from how far neighbours lie apart, so that a slow drift or a step adds nothing. */
function dispersionOf(points: readonly DrawnPoint[]): number {
  const values = points.map(({ adjusted }) => adjusted)
  const level = mean(values.flatMap((value) => (value === null ? [] : [value])))
  const plain = mean(points.map(({ y }) => y ?? 0))
  const { meanMR } = meanMovingRange(movingRanges(values), false)
  if (level === null || plain === null || meanMR === null || level <= 0) return 1
  // The mean moving range of normal values is 1.128 standard deviations.
  const share = meanMR / 1.128 / level
  return share * share * plain
}

/** Degrees of freedom that learning the season took: eleven of a whole one, in the part kept. */
function lostTo({ adjustment }: JudgedLine): number {
  return adjustment.kind === 'perDayAndSeason' ? Math.round(11 * adjustment.season.kept) : 0
}

/** Counts vary more where they are larger; their power of two thirds varies evenly and is as likely high as low. */
function evened(value: number, measure: JudgedLine['measure']): number {
  return measure === 'count' ? Math.cbrt(Math.max(0, value)) ** 2 : value
}

function directionOf(rule: DrawnPoint['rule']): Direction | null {
  if (rule === 'none') return null
  return rule.endsWith('high') || rule.endsWith('up') ? 'up' : 'down'
}

function meanOf(points: readonly DrawnPoint[]): number {
  return mean(points.map(({ y }) => y ?? 0)) ?? 0
}

function relative(now: number, before: number): number {
  return before === 0 ? (now === 0 ? 0 : Math.sign(now)) : (now - before) / Math.abs(before)
}
