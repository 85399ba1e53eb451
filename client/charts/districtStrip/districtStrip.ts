/**
 * Where an area's rate stands on its strip: the tick in the middle is the partnership's rate, and the area farthest
 * from it reaches the end. Null without both figures.
 */
export function stripPosition(
  value: number | null,
  partnership: number | null,
  all: readonly (number | null)[],
): number | null {
  if (value === null || partnership === null) return null
  const reach = Math.max(...all.map((each) => (each === null ? 0 : Math.abs(each - partnership))))
  const share = reach === 0 ? 0 : (value - partnership) / reach
  return Math.round((26 + share * 21) * 10) / 10
}
