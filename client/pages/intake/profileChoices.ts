import type { Feed } from '../../../shared/feeds/feed.ts'
import type { Profile, SavedVersion, Waiting } from './intakeClient.ts'

interface ProfileChoice {
  /** `profile|feed|name`, or `draft|feed` to begin with nothing. */
  readonly value: string
  readonly label: string
  readonly group: string
}

interface Profiles {
  readonly shipped: readonly Profile[]
  readonly saved: readonly SavedVersion[]
}

/** Every way to read a file: those that fit it first, then what was saved here, what is shipped, and to say it oneself. */
export function profileChoices(
  { suggestions }: Waiting,
  { shipped, saved }: Profiles,
  feeds: readonly Feed[],
): ProfileChoice[] {
  const fitting = suggestions.map(({ profile, label, feed, confidence }) => ({
    value: `profile|${feed}|${profile}`,
    label: `${named(label, profile)} (${Math.round(confidence * 100)}% of the columns)`,
    group: 'Fit this file',
  }))
  const own = saved.map(({ name, version, profile: { label, feed } }) => ({
    value: `profile|${feed}|${name}@${version}`,
    label: `${label}, version ${version}`,
    group: 'Saved here',
  }))
  const known = shipped.map(({ name, label, feed }) => ({
    value: `profile|${feed}|${name}`,
    label,
    group: 'Come with the dashboard',
  }))
  const drafts = feeds.map(({ id, label }) => ({
    value: `draft|${id}`,
    label: `Say what the columns are: ${label.toLowerCase()}`,
    group: 'None of these',
  }))
  const listed = new Set(fitting.map(({ value }) => value))
  return [...fitting, ...[...own, ...known].filter(({ value }) => !listed.has(value)), ...drafts]
}

function named(label: string, reference: string): string {
  const version = /@(\d+)$/.exec(reference)?.[1]
  return version === undefined ? label : `${label}, version ${version}`
}
