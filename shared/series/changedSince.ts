import type { Variation } from './scorecard.ts'

/**
 * How the judgement of a measure stands to an earlier one: an unusual change that began, turned the other way, goes on
 * or ended; or `none` where there was none to speak of. What can no longer be judged has not ended.
 */
export type ChangeSince = 'began' | 'turned' | 'goesOn' | 'ended' | 'none'

export function changedSince(now: Variation, before: Variation | undefined): ChangeSince {
  const earlier = before === undefined ? null : directionOf(before)
  const current = directionOf(now)
  if (current === null) return earlier !== null && now.kind === 'common' ? 'ended' : 'none'
  if (earlier === null) return 'began'
  return earlier === current ? 'goesOn' : 'turned'
}

function directionOf(variation: Variation): 'high' | 'low' | null {
  return variation.kind === 'common' || variation.kind === 'unjudged' ? null : variation.direction
}
