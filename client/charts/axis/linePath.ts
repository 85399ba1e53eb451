/** The path of a line through points in order; it breaks at null, so nothing is joined across a gap. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let path = ''
  let joined = false
  for (const point of points) {
    if (point !== null) path += `${joined ? 'L' : 'M'}${point[0]} ${point[1]}`
    joined = point !== null
  }
  return path
}
