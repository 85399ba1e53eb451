import type { Feed } from '../../../shared/feeds/feed.ts'
import { nrmFirstResponders, nrmReasonableGrounds, nrmReferrals } from './homeOffice.ts'
import { leedsEvents } from './leedsEvents.ts'
import { metropolitanPolice } from './metropolitanPolice.ts'
import { onsForceArea } from './onsForceArea.ts'
import { policeUk } from './policeUk.ts'
import type { Profile } from './profile.ts'
import { profileReference } from './profileReference.ts'
import { template } from './template.ts'

/** The layouts of publishers that the product knows; our own template exists for every feed besides. */
const published: readonly Profile[] = [
  policeUk,
  metropolitanPolice,
  nrmReferrals,
  nrmFirstResponders,
  nrmReasonableGrounds,
  onsForceArea,
  leedsEvents,
]

/** The profiles that read a file into this feed: our own template first, then the shipped ones, then those saved here. */
export function profilesFor(feed: Feed, saved: readonly Profile[] = []): Profile[] {
  return [template(feed), ...[...published, ...saved].filter((profile) => profile.feed === feed.id)]
}

/** The shipped or saved profile of that name, or null; `template` is the one of the feed asked for. */
export function findProfile(name: string, feed: Feed, saved: readonly Profile[] = []): Profile | null {
  if (name === 'template') return template(feed)
  const found = [...published, ...saved].find(
    (profile) => profile.name === name || profileReference(profile) === name,
  )
  return found ?? null
}

/** The names that may be typed for a profile. */
export function profileNames(): string[] {
  return ['template', ...published.map((profile) => profile.name)]
}
