import type { Feed } from '../../../shared/feeds/feed.ts'
import { feeds } from '../../../shared/feeds/feeds.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Profile } from '../profiles/profile.ts'
import { profilesFor } from '../profiles/profiles.ts'
import { findTable } from './findTable.ts'
import type { FoundTable, Rows, WhereToLook } from './findTable.ts'

/** A profile whose table was found in a file, and how much of the table's header it knows, 0 to 1. */
export interface Candidate {
  readonly profile: Profile
  readonly confidence: number
  /** Where its table stands. */
  readonly found: FoundTable
}

/** Where to look, and the profiles saved here besides the shipped ones. */
export interface WhereToSuggest extends WhereToLook {
  readonly saved?: readonly Profile[]
}

const confident = 0.5
const clearLead = 0.1

/** The profiles of a feed that a file's header and first rows fit, the best first. */
export function candidatesFor(feed: Feed, sheets: readonly Rows[], where: WhereToSuggest): Candidate[] {
  return profilesFor(feed, where.saved)
    .flatMap((profile) => {
      const found = findTable(sheets, profile, where)
      if (found === null) return []
      const { title } = profile.layout ?? {}
      const titled =
        title === undefined ||
        found.sheet.rows
          .slice(0, found.headerStart + 1)
          .some((row) => row.some((cell) => new RegExp(title.pattern, 'i').test(cell)))
      return titled ? [{ profile, confidence: found.known, found }] : []
    })
    .toSorted((a, b) => b.confidence - a.confidence)
}

/**
 * The candidate that clearly fits best, or null where that is not certain. What was saved here for this very layout goes
 * before a shipped profile that fits as well: somebody corrected it.
 */
export function clearlyBest(candidates: readonly Candidate[]): Candidate | null {
  const [best, next] = candidates
  if (best === undefined) return null
  // Whoever uses the template's own names means the template, however many columns stand beside them.
  if (best.profile.name === 'template' && next === undefined) return best
  if (best.confidence < confident) return null
  const close = candidates.filter(({ confidence }) => best.confidence - confidence < clearLead)
  const own = close.filter(({ profile }) => profile.version !== undefined)
  if (close.length === 1) return best
  return own.length === 1 ? (own[0] ?? null) : null
}

/**
 * The profile to read a file with when none is named: the one that clearly fits best. Null where none fits at all, so that
 * the template can say which columns it misses; refuses where several fit, or only in another feed.
 */
export function suggestProfile(feed: Feed, sheets: readonly Rows[], where: WhereToSuggest): Profile | null {
  const candidates = candidatesFor(feed, sheets, where)
  const best = clearlyBest(candidates)
  if (best !== null) return best.profile
  if (candidates.length > 0) {
    const listed = candidates.map(
      ({ profile, confidence }) => `${profile.name} (knows ${Math.round(confidence * 100)}% of the columns)`,
    )
    throw new IntakeRefusal(
      `No profile was stated and it is not certain which fits: ${listed.join(', ')}. State one with --profile.`,
    )
  }
  for (const other of feeds) {
    const fitting = candidatesFor(other, sheets, where)[0]
    if (other.id !== feed.id && fitting && fitting.confidence >= confident) {
      throw new IntakeRefusal(
        `This file fits no profile of the feed ${feed.id}; its columns are those of --feed ${other.id} --profile ${fitting.profile.name}.`,
      )
    }
  }
  return null
}
