/**
 * Rows for marks of one width on a line, so that none covers another: each goes to the first row with room.
 * Positions ascend; the result is in the same order.
 */
export function flagRows(positions: readonly number[], width: number): number[] {
  const ends: number[] = []
  return positions.map((position) => {
    const free = ends.findIndex((end) => position - end >= width)
    const row = free < 0 ? ends.length : free
    ends[row] = position
    return row
  })
}
