import type { Feed } from '../../../shared/feeds/feed.ts'
import { derivedFields } from '../../../shared/feeds/derivedFields.ts'
import type { ColumnRule, Profile } from './profile.ts'

/** Our own columns: the header names the feed's fields, or shows their labels. */
export function template(feed: Feed): Profile {
  return {
    name: 'template',
    label: `Template: ${feed.label}`,
    meaning: `One column for each field of the feed “${feed.label}”, under the field’s name or label; columns of optional fields may be left out.`,
    feed: feed.id,
    columns: columnsOf(feed),
    ignored: [],
    constants: {},
    otherAgencies: 'keep',
    otherPlaces: 'suspect',
  }
}

function columnsOf(feed: Feed): ColumnRule[] {
  const derived = new Set(derivedFields.filter((rule) => rule.feed === feed.id).map((rule) => rule.field))
  return feed.fields.map(({ name, label, required }) => {
    // The agency may be stated for the whole file instead.
    const mayLack = required !== true || derived.has(name) || name === 'agency'
    const rule = { field: name, headers: [name, label] }
    return mayLack ? { ...rule, optional: true } : rule
  })
}
