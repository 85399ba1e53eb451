/** A direction: below or falling, level, above or rising. */
export type Sign = -1 | 0 | 1

/** The sign of a number as a direction. */
export function signOf(value: number): Sign {
  return value > 0 ? 1 : value < 0 ? -1 : 0
}

/** A stretch of equal, non-zero signs: from `start` (included) to `end` (left out). */
export interface Run {
  readonly sign: -1 | 1
  readonly start: number
  readonly end: number
}

/**
 * Every longest stretch of at least `least` equal signs; a 0 or a null belongs to none and ends one:
 * runs([1, 1, 1, 0, -1, -1], 2) is rising 0–3 and falling 4–6.
 */
export function runs(signs: readonly (Sign | null)[], least: number): Run[] {
  const found: Run[] = []
  let start = 0
  for (let i = 1; i <= signs.length; i++) {
    const sign = signs[start] ?? null
    if (i < signs.length && signs[i] === sign) continue
    if (sign !== null && sign !== 0 && i - start >= least) found.push({ sign, start, end: i })
    start = i
  }
  return found
}
