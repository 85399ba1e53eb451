interface Placed {
  readonly y: number
}

/**
 * Moves labels down or up as little as needed so that none lies closer than `gap` to the next, all within the range.
 * Keeps their order from top to bottom; returns them sorted by height.
 */
export function spreadLabels<T extends Placed>(
  labels: readonly T[],
  gap: number,
  range: [number, number],
): T[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y)
  const ys = sorted.map((label) => label.y)
  for (let i = 1; i < ys.length; i += 1) ys[i] = Math.max(ys[i] ?? 0, (ys[i - 1] ?? 0) + gap)
  let limit = range[1]
  for (let i = ys.length - 1; i >= 0; i -= 1) {
    ys[i] = Math.max(range[0], Math.min(ys[i] ?? 0, limit))
    limit = (ys[i] ?? 0) - gap
  }
  return sorted.map((label, i) => ({ ...label, y: ys[i] ?? label.y }))
}
