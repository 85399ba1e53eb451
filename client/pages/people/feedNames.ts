import type { FeedId } from '../../../shared/feeds/feed.ts'

/** The feeds as an administrator chooses among them. */
export const feedNames: Readonly<Record<FeedId, string>> = {
  crime: 'Recorded crime',
  intelligence: 'Intelligence',
  nrm: 'National Referral Mechanism',
  attendance: 'Events and training',
  returns: 'Partners’ returns',
}
