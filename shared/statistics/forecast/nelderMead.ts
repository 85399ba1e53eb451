/** A place in parameter space and the value of the function there. */
export interface Minimum {
  at: number[]
  value: number
}

/**
 * Walks a simplex downhill to a minimum of a function of a few variables (Nelder and Mead 1965), without
 * derivatives. Values that are not numbers count as infinitely high.
 *
 * nelderMead(([x = 0]) => (x - 3) ** 2, [0]).at is close to [3].
 */
export function nelderMead(
  height: (at: readonly number[]) => number,
  start: readonly number[],
  {
    step = 0.7,
    tolerance = 1e-9,
    most = 200 * start.length,
  }: { step?: number; tolerance?: number; most?: number } = {},
): Minimum {
  const measure = (at: number[]): Minimum => {
    const value = height(at)
    return { at, value: Number.isNaN(value) ? Infinity : value }
  }
  let corners = [measure([...start]), ...start.map((x, i) => measure(start.with(i, x + step)))]
  for (let used = corners.length; used < most;) {
    corners = corners.toSorted((a, b) => a.value - b.value)
    const [best, worst, second] = [corners[0], corners.at(-1), corners.at(-2)]
    if (best === undefined || worst === undefined || second === undefined || start.length === 0) break
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value))) break
    const others = corners.slice(0, -1)
    const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / others.length)
    const along = (factor: number) => measure(centre.map((x, i) => x + factor * ((worst.at[i] ?? 0) - x)))
    let next = along(-1)
    used++
    if (next.value < best.value) {
      const further = along(-2)
      used++
      if (further.value < next.value) next = further
    } else if (next.value >= second.value) {
      next = along(next.value < worst.value ? -0.5 : 0.5)
      used++
    }
    if (next.value < worst.value) corners = [...others, next]
    else {
      corners = [
        best,
        ...corners.slice(1).map(({ at }) => measure(at.map((x, i) => (x + (best.at[i] ?? 0)) / 2))),
      ]
      used += start.length
    }
  }
  return corners.reduce((best, each) => (each.value < best.value ? each : best))
}
