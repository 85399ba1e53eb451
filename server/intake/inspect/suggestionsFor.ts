import type { FeedId } from '../../../shared/feeds/feed.ts'
import { feeds } from '../../../shared/feeds/feeds.ts'
import type { WhereToLook } from '../layout/findTable.ts'
import { candidatesFor, clearlyBest } from '../layout/suggestProfile.ts'
import type { Profile } from '../profiles/profile.ts'
import { profileReference } from '../profiles/profileReference.ts'
import type { FileHead } from './fileHead.ts'

/** A profile that a file fits. */
export interface Suggestion {
  readonly profile: string
  readonly label: string
  readonly meaning: string
  readonly feed: FeedId
  /** Whether it was saved here, rather than shipped. */
  readonly saved: boolean
  /** The share of the file's headers that it knows, 0 to 1. */
  readonly confidence: number
  readonly sheet: string
  readonly headerRow: number
}

export interface Suggestions {
  readonly suggestions: readonly Suggestion[]
  /** The one that clearly fits best, of any feed; null where somebody must choose. */
  readonly best: Suggestion | null
}

/** The profiles of every feed that a file fits, the best first. */
export function suggestionsFor(
  { sheets }: FileHead,
  where: WhereToLook & { readonly saved: readonly Profile[] },
): Suggestions {
  const candidates = feeds
    .flatMap((feed) => candidatesFor(feed, sheets, where))
    .toSorted((a, b) => b.confidence - a.confidence)
  const suggestions = candidates.map(({ profile, confidence, found }) => ({
    profile: profileReference(profile),
    label: profile.label,
    meaning: profile.meaning,
    feed: profile.feed,
    saved: profile.version !== undefined,
    confidence,
    sheet: found.sheet.name,
    headerRow: found.headerEnd + 1,
  }))
  const best = clearlyBest(candidates)
  return { suggestions, best: best === null ? null : (suggestions[candidates.indexOf(best)] ?? null) }
}
