import type { Feed } from '../../../shared/feeds/feed.ts'
import { derivedFields } from '../../../shared/feeds/derivedFields.ts'
import type { DerivedField } from '../../../shared/feeds/derivedFields.ts'
import { findField } from '../../../shared/feeds/feeds.ts'
import type { Field } from '../../../shared/feeds/feed.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { notPlaced } from '../../../shared/partnership/partnership.ts'
import type { AgencyChoice } from '../chooseAgency.ts'
import type { Mapping } from '../map/mapColumns.ts'
import type { ColumnRule, Profile } from '../profiles/profile.ts'
import { stagedColumn } from '../stage/stagedColumn.ts'
import type { StagedColumn } from '../stage/stagedColumn.ts'
import { cellOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { CellCache } from './cellCache.ts'
import { Dictionary } from './dictionary.ts'
import { fieldReader } from './fieldReader.ts'
import type { ReaderContext, ReadCell } from './readerContext.ts'
import { Notes } from './notes.ts'

/** One column of the file that is read, as a cached cell. */
export interface ReadColumn {
  readonly field: Field
  readonly index: number
  readonly cache: CellCache
  readonly notes: Notes
}

/** One column of the file that is hashed. */
export interface HashedColumn {
  readonly field: Field
  readonly index: number
  readonly mayBeBlank: boolean
}

/** A field that is worked out from others where the row leaves it empty. */
export interface DerivedColumn {
  readonly field: Field
  readonly from: readonly string[]
  readonly derive: DerivedField['derive']
  /** The cell of a value that was worked out. */
  readonly read: ReadCell
}

/** What becomes of the columns of one file, worked out once before its rows. */
export interface RowPlan {
  readonly read: readonly ReadColumn[]
  readonly hashed: readonly HashedColumn[]
  readonly derived: readonly DerivedColumn[]
  readonly constants: readonly { readonly field: string; readonly cell: Cell }[]
  readonly staged: readonly StagedColumn[]
  /** Fields of the feed that the file supplies, and values that its profile tells apart (`offence_group=rape`). */
  readonly fields: readonly string[]
  readonly notes: readonly Notes[]
}

export interface PlanRequest {
  readonly feed: Feed
  readonly profile: Profile
  readonly partnership: Partnership
  readonly mapping: Mapping
  readonly agency: AgencyChoice
  readonly stated: string | null
  readonly today: string
}

/** Compiles the profile's rules and the feed's declarations for one file. */
export function planRows(request: PlanRequest): RowPlan {
  const { feed, profile, mapping, agency } = request
  const dictionaries = new Map<string, Dictionary>()
  const dictionaryOf = (name: string) => {
    const dictionary = dictionaries.get(name) ?? new Dictionary()
    dictionaries.set(name, dictionary)
    return dictionary
  }
  const notes: Notes[] = []
  const readerOf = (field: Field, rule: ColumnRule) => {
    const own = new Notes(field.name)
    notes.push(own)
    return {
      notes: own,
      read: fieldReader(
        field,
        contextOf(request, { rule, notes: own, dictionary: dictionaryOf(field.name) }),
      ),
    }
  }
  const read: ReadColumn[] = []
  const hashed: HashedColumn[] = []
  for (const { rule, index } of mapping.columns) {
    const field = fieldNamed(feed, rule.field)
    if (field.type.kind === 'reference') {
      const mayBeBlank = field.required !== true || rule.blank === 'accepted'
      hashed.push({ field, index, mayBeBlank })
    } else {
      const reader = readerOf(field, rule)
      read.push({ field, index, notes: reader.notes, cache: new CellCache(reader.read) })
    }
  }
  const mapped = new Set([...read, ...hashed].map(({ field }) => field.name))
  const constants = Object.entries(profile.constants).map(([name, text]) => ({
    field: name,
    cell: readerOf(fieldNamed(feed, name), { field: name, headers: [] }).read(text),
  }))
  if (!mapped.has('agency') && agency.agency !== null) {
    constants.push({ field: 'agency', cell: dictionaryCell('agency', agency.agency, dictionaryOf) })
  }
  const stated = new Set(Object.keys(profile.constants))
  if (!mapped.has('area') && !stated.has('area'))
    constants.push({ field: 'area', cell: dictionaryCell('area', notPlaced, dictionaryOf) })
  if (!mapped.has('count') && !stated.has('count'))
    constants.push({ field: 'count', cell: cellOf('count', 1, '1') })
  const supplied = new Set([...mapped, ...constants.map(({ field }) => field)])
  const derived = derivedFields
    .filter((rule) => rule.feed === feed.id && rule.from.some((name) => supplied.has(name)))
    .map((rule) => {
      const field = fieldNamed(feed, rule.field)
      return {
        field,
        from: rule.from,
        derive: rule.derive,
        read: readerOf(field, { field: rule.field, headers: [] }).read,
      }
    })
  for (const { field } of derived) supplied.add(field.name)
  const staged = stagedColumns(feed, { supplied, dictionaryOf })
  const fields = feed.fields.map(({ name }) => name).filter((name) => supplied.has(name) && name !== 'count')
  if (mapped.has('count')) fields.push('count')
  fields.push(...toldApart(feed, mapping))
  return { read, hashed, derived, constants, staged, fields, notes }
}

/** The values that a profile's own words tell apart, as `field=value`: a metric on one of them has data in the file. */
function toldApart(feed: Feed, { columns }: Mapping): string[] {
  const coded = columns.filter(({ rule }) => findField(feed, rule.field)?.type.kind === 'code')
  return coded.flatMap(({ rule }) =>
    [...new Set(Object.values(rule.values ?? {}))].map((value) => `${rule.field}=${value}`),
  )
}

function contextOf(
  { feed, partnership, profile, today, agency, stated }: PlanRequest,
  own: Pick<ReaderContext, 'rule' | 'notes' | 'dictionary'>,
): ReaderContext {
  return { feed, partnership, profile, today, agencies: agency.allowed, stated, ...own }
}

/** The agency of a row is read like a label, whether or not the feed has a field for it. */
function fieldNamed(feed: Feed, name: string): Field {
  const field = findField(feed, name)
  if (field !== null) return field
  if (name !== 'agency') throw new Error(`no such field in ${feed.id}: ${name}`)
  return {
    name,
    label: 'Agency',
    meaning: 'Whose record it is.',
    type: { kind: 'label', maxLength: 120 },
    required: true,
    example: '',
  }
}

function dictionaryCell(field: string, value: string, dictionaryOf: (name: string) => Dictionary): Cell {
  return cellOf(field, dictionaryOf(field).place(value), value)
}

function stagedColumns(
  feed: Feed,
  { supplied, dictionaryOf }: { supplied: ReadonlySet<string>; dictionaryOf: (name: string) => Dictionary },
): StagedColumn[] {
  const columns: StagedColumn[] = [
    { name: 'agency', storage: 'text', dictionary: dictionaryOf('agency') },
    { name: 'month', storage: 'integer', dictionary: null },
    { name: 'grain', storage: 'text', dictionary: grains() },
    { name: 'row_key', storage: 'key', dictionary: null },
  ]
  for (const { name, type } of feed.fields) {
    if (!supplied.has(name) || name === 'agency' || type.kind === 'reference') continue
    columns.push(stagedColumn(name, type, dictionaryOf(name)))
    if (type.kind === 'date' && name !== feed.date) {
      columns.push({ name: `${name}_month`, storage: 'integer', dictionary: null })
    }
  }
  return columns
}

/** The places of the two grains in their dictionary. */
export const monthGrain = 1
export const quarterGrain = 2

function grains(): Dictionary {
  const dictionary = new Dictionary()
  dictionary.place('month')
  dictionary.place('quarter')
  return dictionary
}
