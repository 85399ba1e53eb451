import { feedById, findField } from '../../../shared/feeds/feeds.ts'
import type { Feed, Field } from '../../../shared/feeds/feed.ts'
import { forceWide, notPlaced, type Partnership } from '../../../shared/partnership/partnership.ts'
import { fromIndex } from '../../../shared/periods/month.ts'
import { spanLabel } from '../../../shared/periods/spanLabel.ts'
import { none, type Cell } from '../check/cell.ts'
import { planRows, type RowPlan } from '../check/rowPlan.ts'
import type { Mapping } from '../map/mapColumns.ts'
import type { Profile } from '../profiles/profile.ts'

/** One row of the file as it would be kept. */
export interface SampledRow {
  /** Its row in the file, from 1. */
  readonly at: number
  /** By field, in words; null where it has no value. */
  readonly values: Readonly<Record<string, string | null>>
  /** Why the row would be left out; null where it would not. */
  readonly fault: { readonly field: string; readonly reason: string } | null
}

export interface SamplePlan {
  readonly feed: Feed
  readonly plan: RowPlan
  readonly partnership: Partnership
  readonly fields: readonly { readonly name: string; readonly label: string }[]
}

interface Planning {
  readonly profile: Profile
  readonly mapping: Mapping
  readonly partnership: Partnership
  readonly today: string
}

/** Compiles a profile for a few rows, with the same readers that an import uses; whose records they are does not matter yet. */
export function samplePlan({ profile, mapping, partnership, today }: Planning): SamplePlan {
  const feed = feedById[profile.feed]
  const plan = planRows({
    feed,
    profile,
    partnership,
    mapping,
    agency: { agency: null, allowed: null },
    stated: null,
    today,
  })
  const given = new Set([
    ...plan.read.map(({ field }) => field.name),
    ...plan.hashed.map(({ field }) => field.name),
    ...plan.derived.map(({ field }) => field.name),
    ...Object.keys(profile.constants),
  ])
  const named = given.has('agency') && findField(feed, 'agency') === null
  return {
    feed,
    plan,
    partnership,
    fields: [
      ...(named ? [{ name: 'agency', label: 'Agency' }] : []),
      ...feed.fields.filter(({ name }) => given.has(name)).map(({ name, label }) => ({ name, label })),
    ],
  }
}

/** Reads one row. */
export function readSampleRow(
  { feed, plan, partnership }: SamplePlan,
  { at, cells }: { readonly at: number; readonly cells: readonly string[] },
): SampledRow {
  const values: Record<string, string | null> = {}
  const texts: Record<string, string | null> = {}
  for (const { field, cell } of plan.constants) {
    const own = feed.fields.find(({ name }) => name === field)
    values[field] = own === undefined ? cell.text : inWords(own, cell, partnership)
    texts[field] = cell.text
  }
  for (const { field, index, cache } of plan.read) {
    const bytes = Buffer.from((cells[index] ?? '').trim())
    const cell = cache.get(bytes, 0, bytes.length)
    if (cell.fault !== null) return { at, values, fault: { field: field.label, reason: cell.fault.reason } }
    values[field.name] = inWords(field, cell, partnership)
    texts[field.name] = cell.text
  }
  for (const { field, index, mayBeBlank } of plan.hashed) {
    const isBlank = (cells[index] ?? '').trim() === ''
    if (isBlank && !mayBeBlank) return { at, values, fault: { field: field.label, reason: 'missing' } }
    values[field.name] = isBlank ? null : 'kept as a keyed hash'
  }
  for (const { field, from, derive, read } of plan.derived) {
    if (texts[field.name] != null) continue
    const cell = read(derive(from.map((name) => texts[name] ?? null)) ?? '')
    values[field.name] = inWords(field, cell, partnership)
  }
  return { at, values, fault: null }
}

function inWords({ name, type }: Field, cell: Cell, partnership: Partnership): string | null {
  if (cell.text === null) return null
  switch (type.kind) {
    case 'date':
      return dateWords(cell)
    case 'flag':
      return cell.text === 'true' ? 'yes' : 'no'
    case 'area':
      return placeWords(cell.text, partnership)
    case 'code':
      return type.codes.find(({ code }) => code === cell.text)?.label ?? cell.text
    case 'codes':
      return cell.text
        .split('|')
        .map((part) => type.codes.find(({ code }) => code === part)?.label ?? part)
        .join('; ')
    case 'label':
      return name === 'agency'
        ? (partnership.agencies.find(({ id }) => id === cell.text)?.name ?? cell.text)
        : cell.text
    default:
      return cell.text
  }
}

function dateWords({ value, month, quarter }: Cell): string {
  if (value !== none) return new Date(value * 86_400_000).toISOString().slice(0, 10)
  return spanLabel(fromIndex(month), quarter)
}

function placeWords(place: string, { areas, areaName }: Partnership): string {
  if (place === notPlaced) return 'not placed'
  if (place === forceWide) return areaName
  return areas.find(({ code }) => code === place)?.name ?? place
}
