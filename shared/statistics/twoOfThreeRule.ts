import type { Sign } from './runs.ts'

/** Where a point stands: its side of the mean, whether beyond a process limit, whether between near and process limit. */
export interface Standing {
  readonly side: Sign | null
  readonly outside: boolean | null
  readonly close: boolean | null
}

/**
 * Marks points close to a limit in any three consecutive points that are all on one side of the mean with at
 * least two close; the third is not marked. With `includesOutside` points beyond the limit count towards the two.
 * Source: NHSRplotthedots; Making Data Count since late 2023 for `includesOutside`.
 */
export function twoOfThreeRule(standings: readonly Standing[], includesOutside: boolean): boolean[] {
  const counts = standings.map(
    ({ close, outside }) => close === true || (includesOutside && outside === true),
  )
  const marked = standings.map(() => false)
  for (let i = 0; i + 3 <= standings.length; i++) {
    const window = standings.slice(i, i + 3)
    const side = window[0]?.side ?? null
    if (side === null || side === 0 || window.some((standing) => standing.side !== side)) continue
    const members = [i, i + 1, i + 2].filter((at) => counts[at])
    if (members.length >= 2) for (const at of members) marked[at] = true
  }
  return marked
}
