import type { Feed } from '../../../shared/feeds/feed.ts'
import { feeds, findField } from '../../../shared/feeds/feeds.ts'
import { spelling } from '../../../shared/feeds/findCode.ts'
import { cleanText } from '../check/cleanText.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { ColumnRule, Profile } from '../profiles/profile.ts'
import { profilesFor } from '../profiles/profiles.ts'

/** Which column of the file each rule reads, and the headers of the columns that none reads or expects. */
export interface Mapping {
  readonly columns: readonly { readonly rule: ColumnRule; readonly index: number; readonly header: string }[]
  readonly dropped: readonly string[]
}

const shownHeaders = 20

/** Finds the profile's columns in the header. Refuses a file that lacks one it needs, or has one twice. */
export function mapColumns(headers: readonly string[], profile: Profile, feed: Feed): Mapping {
  const named = [...profile.columns.map(({ field }) => field), ...Object.keys(profile.constants)]
  if (!named.includes(feed.date)) {
    const label = findField(feed, feed.date)?.label ?? feed.date
    throw new IntakeRefusal(
      `No column is read as ‘${label}’, without which no row has a month. Choose the column that holds it.`,
    )
  }
  const found = profile.columns.map((rule) => ({ rule, indexes: indexesOf(headers, rule) }))
  const missing = found.filter(({ rule, indexes }) => indexes.length === 0 && rule.optional !== true)
  if (missing.length > 0)
    throw new IntakeRefusal(
      missingSentence(headers, { missing: missing.map(({ rule }) => rule), profile, feed }),
    )
  for (const { rule, indexes } of found) {
    if (indexes.length > 1) {
      throw new IntakeRefusal(
        `Columns ${indexes.map((index) => index + 1).join(' and ')} both have a header that means ${rule.field} (${indexes.map((index) => `‘${shorten(headers[index] ?? '')}’`).join(', ')}), so it is not clear which to read. Rename or remove one.`,
      )
    }
  }
  const columns = found.flatMap(({ rule, indexes }) =>
    indexes.slice(0, 1).map((index) => ({ rule, index, header: headers[index] ?? '' })),
  )
  const used = new Set(columns.map(({ index }) => index))
  const ignored = new Set(profile.ignored.map(spelling))
  const dropped = headers
    .filter((_, index) => !used.has(index))
    .map(cleanText)
    .filter((header) => header !== '' && !ignored.has(spelling(header)))
    .map(shorten)
  return { columns, dropped }
}

function indexesOf(headers: readonly string[], rule: ColumnRule): number[] {
  const wanted = new Set(rule.headers.map(spelling))
  return headers.flatMap((header, index) => (wanted.has(spelling(cleanText(header))) ? [index] : []))
}

function missingSentence(
  headers: readonly string[],
  { missing, profile, feed }: { missing: readonly ColumnRule[]; profile: Profile; feed: Feed },
): string {
  const names = missing.map(({ headers: [first = ''] }) => `‘${first}’`).join(', ')
  const shown = headers.slice(0, shownHeaders).map((header) => shorten(cleanText(header)) || '(blank)')
  const more = headers.length > shownHeaders ? ` and ${headers.length - shownHeaders} more` : ''
  const columns = missing.length === 1 ? `The column ${names} is missing` : `The columns ${names} are missing`
  return `${columns} for the profile ${profile.name} of the feed ${feed.id}. The first row holds: ${shown.join(', ')}${more}. ${advice(headers, profile)}`
}

/** What to try instead: the feed and profile whose columns are all there, where there is one. */
function advice(headers: readonly string[], profile: Profile): string {
  for (const feed of feeds) {
    for (const other of profilesFor(feed)) {
      if (other.layout !== undefined) continue
      const needed = other.columns.filter(({ optional }) => optional !== true)
      if (needed.every((rule) => indexesOf(headers, rule).length > 0)) {
        return `These are the columns of --feed ${feed.id} --profile ${other.name}.`
      }
    }
  }
  return profile.name === 'template'
    ? 'Name the columns as the template does, or choose the profile of the file’s publisher.'
    : 'Check that this is the right file for the profile.'
}

function shorten(header: string): string {
  return header.length > 40 ? `${header.slice(0, 39)}…` : header
}
