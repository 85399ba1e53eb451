import { controlLimits, noLimits } from './controlLimits.ts'
import type { ControlLimits } from './controlLimits.ts'
import type { ControlPoint } from './controlPoint.ts'
import type { ControlProfile } from './controlProfile.ts'
import { mean } from './mean.ts'
import { meanMovingRange, movingRanges } from './movingRanges.ts'
import type { MovingRangeMean } from './movingRanges.ts'

/** The lines of one stretch of a chart, between step changes, in the series' own unit. */
export interface ControlSegment extends MovingRangeMean, ControlLimits {
  /** The first x of the segment. */
  readonly start: string
  /** Rows that may be judged: missing values count, excluded points do not. */
  readonly n: number
  /** Values behind the mean. */
  readonly nBase: number
  readonly mean: number | null
  /** Fewer than 13 rows: limits will move as more arrive, and are shown as provisional. */
  readonly shortGroup: boolean
  /** Too few values for this profile to draw limits or judge a rule. */
  readonly withheld: boolean
}

/** A row of a chart: `value` is what may be judged, null where missing or excluded. */
export interface ControlRow extends ControlPoint {
  readonly value: number | null
}

/** NHSRplotthedots flags a group below 13 rows, although its wording says 12. */
const shortBelow = 13

/**
 * Cuts rows in order into segments: each x in `starts` that is in the data opens one. Dates that are not in the
 * data, and the first row, change nothing.
 */
export function splitSegments(rows: readonly ControlRow[], starts: readonly string[]): ControlRow[][] {
  const opens = new Set(starts)
  const segments: ControlRow[][] = []
  let previous: string | null = null
  for (const row of rows) {
    const current = segments.at(-1)
    if (current === undefined || (opens.has(row.x) && row.x !== previous)) segments.push([row])
    else current.push(row)
    previous = row.x
  }
  return segments
}

/**
 * The mean, moving range and limits of one segment from its baseline: its first `fixAfterNPoints` rows, or all.
 * Excluded points are no part of the baseline and are not counted in it.
 */
export function controlSegment(
  rows: readonly ControlRow[],
  { profile, fixAfterNPoints }: { profile: ControlProfile; fixAfterNPoints: number | null },
): ControlSegment {
  const baseline = rows.slice(0, baselineEnd(rows, fixAfterNPoints)).map((row) => row.value)
  const values = baseline.filter((value) => value !== null)
  const n = rows.filter((row) => row.excluded !== true).length
  const withheld = rows.filter((row) => row.value !== null).length < profile.leastPoints
  const centre = mean(values)
  const range = meanMovingRange(movingRanges(baseline), profile.screensMovingRanges)
  return {
    start: rows[0]?.x ?? '',
    n,
    nBase: values.length,
    mean: centre,
    ...range,
    ...(withheld ? noLimits : controlLimits(centre, range.meanMR)),
    shortGroup: n < shortBelow,
    withheld,
  }
}

function baselineEnd(rows: readonly ControlRow[], fixAfterNPoints: number | null): number {
  if (fixAfterNPoints === null) return rows.length
  let counted = 0
  for (const [i, row] of rows.entries()) {
    if (row.excluded !== true) counted++
    if (counted === fixAfterNPoints) return i + 1
  }
  return rows.length
}
