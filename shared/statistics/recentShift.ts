import { mean } from './mean.ts'
import { studentTwoSided } from './studentT.ts'

/** A recent stretch of a series against all that came before it. */
export interface RecentShift {
  /** How many of the latest values make the stretch. */
  readonly length: number
  readonly before: number
  readonly after: number
  /** The standard error of the difference of the two means. */
  readonly error: number
  /** The chance of a difference as large in a series in which nothing happens, all stretches looked at allowed for. */
  readonly p: number
}

/** The stretches looked at, in periods: one alone, up to a year. */
const lengths: readonly number[] = [1, 2, 3, 4, 6, 9, 12]

/** Values needed before a stretch. */
const leastBefore = 12

/**
 * The recent stretch of a series that differs most from what came before: Student's t test of each of seven lengths
 * with one variance for both sides, and the smallest chance times the number of lengths tried (Bonferroni). `lost` are
 * degrees of freedom already spent, on a season learned from the same values. Null with under 12 values before every
 * stretch, or where nothing varies.
 * Example: twelve values about 10 and then a 20 give a stretch of 1.
 */
export function recentShift(values: readonly number[], { lost = 0 } = {}): RecentShift | null {
  const tried = lengths
    .filter((length) => values.length - length >= leastBefore)
    .flatMap((length) => {
      const shift = shiftOver(values, length, lost)
      return shift ? [shift] : []
    })
  const best = tried.reduce<RecentShift | null>(
    (least, each) => (least === null || each.p < least.p ? each : least),
    null,
  )
  return best && { ...best, p: Math.min(1, best.p * tried.length) }
}

/** The latest so many values against those before them, as one test; null where nothing varies or too little is held. */
export function shiftOver(values: readonly number[], length: number, lost = 0): RecentShift | null {
  const earlier = values.slice(0, values.length - length)
  const later = values.slice(values.length - length)
  const [before, after] = [mean(earlier), mean(later)]
  const freedom = values.length - 2 - lost
  if (before === null || after === null || freedom < 1) return null
  const squares = (side: readonly number[], centre: number) =>
    side.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  const variance = (squares(earlier, before) + squares(later, after)) / freedom
  const error = Math.sqrt(variance * (1 / earlier.length + 1 / later.length))
  // Equal values leave rounding behind, which is no variation.
  if (error <= 1e-9 * Math.abs(before)) return null
  return { length, before, after, error, p: studentTwoSided((after - before) / error, freedom) }
}
