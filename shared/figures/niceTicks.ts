const steps = [1, 2, 2.5, 5, 10]

/**
 * Round values for an axis that holds `low` to `high`, at most `most` + 1 of them. Whole numbers only when `whole`.
 * An axis over nothing but zero still reaches 1.
 */
export function niceTicks(low: number, high: number, { most = 6, whole = false } = {}): number[] {
  const span = high > low ? high - low : Math.abs(high) || 1
  const size = 10 ** Math.floor(Math.log10(span / most))
  const raw = steps.map((each) => each * size).find((each) => span / each <= most) ?? span
  const step = whole ? Math.max(1, Math.ceil(raw)) : raw
  const first = Math.floor(low / step + 1e-9) * step
  const count = Math.max(1, Math.ceil((Math.max(high, low) - first) / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, index) => Number((first + index * step).toPrecision(12)))
}
