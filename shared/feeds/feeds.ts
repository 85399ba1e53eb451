import { attendance } from './attendance.ts'
import { crime } from './crime.ts'
import type { Feed, FeedId, Field } from './feed.ts'
import { intelligence } from './intelligence.ts'
import { nrm } from './nrm.ts'
import { returns } from './returns.ts'

/** Every feed by its id. */
export const feedById: Readonly<Record<FeedId, Feed>> = { crime, intelligence, nrm, attendance, returns }

/** Every feed, in the order in which they are shown. */
export const feeds: readonly Feed[] = [crime, intelligence, nrm, attendance, returns]

/** The feed of that id, or null: for text that a person typed. */
export function findFeed(id: string): Feed | null {
  return feeds.find((feed) => feed.id === id) ?? null
}

/** The field of that name in a feed, or null. */
export function findField(feed: Feed, name: string): Field | null {
  return feed.fields.find((field) => field.name === name) ?? null
}

/** The fields of a feed that metrics may be filtered and broken down by. */
export function dimensionsOf(feed: Feed): readonly Field[] {
  return feed.fields.filter((field) => field.dimension === true)
}
