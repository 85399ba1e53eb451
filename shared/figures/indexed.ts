/** Every series as a share of its own first twelve figures (100); null where fewer than half of them are held. */
export function indexed(values: readonly (number | null)[], periodsInYear: number): (number | null)[] | null {
  const start = values.findIndex((value) => value !== null)
  if (start < 0) return null
  const base = values.slice(start, start + periodsInYear).filter((value) => value !== null)
  if (base.length < periodsInYear / 2) return null
  const mean = base.reduce((sum, value) => sum + value, 0) / base.length
  return mean <= 0 ? null : values.map((value) => (value === null ? null : (value / mean) * 100))
}
