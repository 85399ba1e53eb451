import type { FeedId } from '../feeds/feed.ts'
import { feedById, findField } from '../feeds/feeds.ts'
import { codesOfGroups } from '../feeds/offenceCodes.ts'
import { isCrime } from './conditions.ts'
import type { Condition, Part } from './metric.ts'

/**
 * What is counted, in a form that can be compared between metrics: the values that each field may have, and `base` for all
 * else (feed, date, what is added, tests of other kinds). That a field is known or has any of its known values, and exclusions
 * such as anti-social behaviour among crimes, are left out: counts that differ by them alone are nearly the same number, and
 * are protected as one.
 */
export interface CountKey {
  readonly base: string
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/** The key of what a part of a metric counts. */
export function countKey(part: Part, feed: FeedId): CountKey {
  const fields: Record<string, readonly string[]> = {}
  const others: string[] = []
  const of = part.feed ?? feed
  if (part.where) collect(part.where, fields, others)
  for (const [name, values] of Object.entries(fields)) if (isAnyKnown(of, name, values)) delete fields[name]
  const base = [of, part.date ?? null, part.of, part.field ?? null, others.toSorted()]
  return { base: JSON.stringify(base), fields }
}

/** The key as text: equal for equal counts. */
export function keyText({ base, fields }: CountKey): string {
  const sorted = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([base, sorted])
}

/** The key of the records among these that have one value of a field. */
export function slicedKey({ base, fields }: CountKey, field: string, value: string): CountKey {
  return { base, fields: { ...fields, [field]: [value] } }
}

function collect(condition: Condition, fields: Record<string, readonly string[]>, others: string[]): void {
  if (condition === isCrime) return add(fields, 'kind', ['crime'])
  if ('all' in condition) {
    for (const each of condition.all) collect(each, fields, others)
    return
  }
  if ('not' in condition || 'known' in condition) return
  if ('is' in condition) return add(fields, condition.field, [String(condition.is)])
  if ('in' in condition) return add(fields, condition.field, condition.in.map(String))
  const groups = offenceGroupsOf(condition)
  if (groups) return add(fields, 'offence_group', groups)
  others.push(JSON.stringify(condition))
}

function add(fields: Record<string, readonly string[]>, field: string, values: readonly string[]): void {
  const held = fields[field]
  fields[field] = (held ? held.filter((value) => values.includes(value)) : [...values]).toSorted()
}

/** Whether these are all values of a code list but the one that says not known. */
function isAnyKnown(feed: FeedId, name: string, values: readonly string[]): boolean {
  const type = findField(feedById[feed], name)?.type
  if (type?.kind !== 'code' || type.open === true || values.length === type.codes.length) return false
  return type.codes.every(({ code }) => code === 'not-known' || values.includes(code))
}

/** The groups of "an offence of these groups, by its code or its group" (`offenceIn`); null for any other test. */
function offenceGroupsOf(condition: Condition): readonly string[] | null {
  if (!('any' in condition) || condition.any.length !== 2) return null
  const byGroup = condition.any.find((each) => 'in' in each && each.field === 'offence_group')
  const byCode = condition.any.find((each) => 'in' in each && each.field === 'offence_code')
  if (!byGroup || !byCode || !('in' in byGroup) || !('in' in byCode)) return null
  const groups = byGroup.in.map(String)
  const codes = codesOfGroups(...groups)
  return codes.length === byCode.in.length && codes.every((code) => byCode.in.includes(code)) ? groups : null
}
