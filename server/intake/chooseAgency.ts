import type { Feed } from '../../shared/feeds/feed.ts'
import { findAgency } from '../../shared/partnership/findAgency.ts'
import type { Agency, Partnership } from '../../shared/partnership/partnership.ts'
import { agencyQuestion } from './agencyQuestion.ts'
import { IntakeRefusal } from './intakeRefusal.ts'
import type { Profile } from './profiles/profile.ts'

export interface AgencyRequest {
  readonly feed: Feed
  readonly profile: Profile
  readonly partnership: Partnership
  /** An agency's id or name, as the sender stated it; null where it did not. */
  readonly stated: string | null
  /** Whether the file names an agency in every row. */
  readonly named: boolean
  /** Whether rows of other bodies are rejected. */
  readonly own: boolean
}

export interface AgencyChoice {
  /** The id of the agency of rows that name none; null where every row names its own. */
  readonly agency: string | null
  /** The ids of the agencies whose rows may be taken; null: any. */
  readonly allowed: ReadonlySet<string> | null
}

/**
 * Whose records a file holds: the stated agency, else those its rows name, else the only one that sends this feed.
 * Refuses an agency that the partnership does not have, and a file of which nothing says whose it is.
 */
export function chooseAgency(request: AgencyRequest): AgencyChoice {
  const { feed, profile, partnership, stated, named, own } = request
  if (stated !== null) {
    const agency = findAgency(stated, partnership)
    if (agency === null) {
      throw new IntakeRefusal(
        `‘${stated}’ is not an agency of ${partnership.name}, which has: ${list(partnership.agencies)}. Correct --agency or the partnership definition.`,
      )
    }
    return { agency: agency.id, allowed: own ? new Set([agency.id]) : null }
  }
  if (named) {
    const police = partnership.agencies.filter(
      ({ sector, feeds }) => sector === 'police' || feeds.includes(feed.id),
    )
    return { agency: null, allowed: own ? new Set(police.map(({ id }) => id)) : null }
  }
  const question = agencyQuestion({ feed, profile, partnership, named })
  if (question.kind === 'ask') {
    const senders = partnership.agencies.filter(({ feeds }) => feeds.includes(feed.id))
    const likely = question.likely === null ? '' : ` Most likely it is --agency ${question.likely}.`
    throw new IntakeRefusal(
      `${question.why} In ${partnership.name} several agencies send the feed ${feed.id}: ${list(senders)}. State one with --agency.${likely}`,
    )
  }
  return { agency: question.kind === 'known' ? question.agency : null, allowed: null }
}

function list(agencies: readonly Agency[]): string {
  return agencies.map(({ id }) => id).join(', ') || 'none'
}
