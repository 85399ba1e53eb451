/**
 * The arithmetic mean, summed in the order given; null of nothing, and null when the sum is too large to hold.
 * Values that are all the same give exactly that value: mean([0.1, 0.1, 0.1]) is 0.1, although 0.1 + 0.1 + 0.1
 * divided by 3 is not, and a chart would read the last digit as a shift.
 */
export function mean(values: readonly number[]): number | null {
  const [first] = values
  if (first === undefined) return null
  if (values.every((value) => value === first)) return Number.isFinite(first) ? first : null
  let sum = 0
  for (const value of values) sum += value
  const result = sum / values.length
  return Number.isFinite(result) ? result : null
}
