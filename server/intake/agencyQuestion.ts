import type { Feed } from '../../shared/feeds/feed.ts'
import { findAgency } from '../../shared/partnership/findAgency.ts'
import type { Agency, Partnership } from '../../shared/partnership/partnership.ts'
import type { Profile } from './profiles/profile.ts'

/** Whose records a file holds, as far as it says: each row names it, it can only be one, or somebody must choose. */
export type AgencyQuestion =
  | { readonly kind: 'inRows' }
  | { readonly kind: 'known'; readonly agency: string; readonly name: string; readonly why: string }
  | {
      readonly kind: 'ask'
      /** Why it has to be asked, as a sentence. */
      readonly why: string
      /** The agency that it most likely is, by id; null where none is likelier. */
      readonly likely: string | null
    }

interface Asked {
  readonly feed: Feed
  readonly profile: Profile
  readonly partnership: Partnership
  /** Whether a column of the file names an agency in every row. */
  readonly named: boolean
}

/** Works out whose records a file holds before anybody states it. */
export function agencyQuestion({ feed, profile, partnership, named }: Asked): AgencyQuestion {
  const publisher = profile.publisher === undefined ? null : findAgency(profile.publisher, partnership)
  if (publisher !== null)
    return {
      kind: 'known',
      agency: publisher.id,
      name: publisher.name,
      why: `this layout is published by ${publisher.name}`,
    }
  if (named) return { kind: 'inRows' }
  const senders = partnership.agencies.filter(({ feeds }) => feeds.includes(feed.id))
  const [only] = senders
  if (senders.length === 1 && only !== undefined)
    return {
      kind: 'known',
      agency: only.id,
      name: only.name,
      why: `only ${only.name} sends ${feed.label.toLowerCase()}`,
    }
  if (senders.length === 0)
    return {
      kind: 'known',
      agency: partnership.id,
      name: partnership.name,
      why: `no agency of ${partnership.name} is said to send ${feed.label.toLowerCase()}`,
    }
  return { kind: 'ask', why: whyAsked(profile, partnership), likely: likelyOf(profile, senders) }
}

function whyAsked({ publisher, about }: Profile, { name }: Partnership): string {
  if (publisher !== undefined)
    return `Its layout is published by ${publisher}, which is no agency of ${name}, so the file does not say who here answers for its figures.`
  return about === undefined
    ? 'Nothing in the file says whose records these are.'
    : `A publisher’s figures on the ${about} do not say who here answers for them.`
}

/** The agency that the profile is about, where there is only one of the kind. */
function likelyOf({ about }: Profile, senders: readonly Agency[]): string | null {
  const fitting = senders.filter(({ sector }) => sector === about)
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
}
