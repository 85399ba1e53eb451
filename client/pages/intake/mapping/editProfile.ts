import type { Feed } from '../../../../shared/feeds/feed.ts'
import { spelling } from '../../../../shared/feeds/findCode.ts'
import type { ColumnRule, Layout, Profile } from '../intakeClient.ts'

/** The rule that reads a column, by its header however it is spelt; undefined where it is left unread. */
export function ruleOf({ columns }: Profile, header: string): ColumnRule | undefined {
  return columns.find(({ headers }) => headers.some((known) => isSame(known, header)))
}

/** Reads a column into a field, and into no other; null leaves it unread. A field has one column, so it loses any other. */
export function withField(profile: Profile, header: string, field: string | null): Profile {
  const before = ruleOf(profile, header)
  if (before?.field === field) return profile
  const others = profile.columns.filter(
    (rule) => rule.field !== field && !rule.headers.some((known) => isSame(known, header)),
  )
  const { [field ?? '']: _, ...constants } = profile.constants
  const ignored = profile.ignored.filter((name) => !isSame(name, header))
  return field === null
    ? { ...profile, columns: others, ignored: [...ignored, header] }
    : { ...profile, columns: [...others, { field, headers: [header] }], constants, ignored }
}

/** What a partner's word in a column means; null reads it as it stands again. */
export function withMeaning(
  profile: Profile,
  header: string,
  { word, meaning }: { readonly word: string; readonly meaning: string | null },
): Profile {
  return withRule(profile, header, (rule) => {
    const kept = Object.entries(rule.values ?? {}).filter(([known]) => !isSame(known, word))
    const values = Object.fromEntries(meaning === null ? kept : [...kept, [word, meaning]])
    return { ...rule, values }
  })
}

/** How a column of dates is written; null: as people here write them. */
export function withDates(
  profile: Profile,
  header: string,
  dates: NonNullable<ColumnRule['dates']> | null,
): Profile {
  return withRule(profile, header, ({ dates: _, ...rule }) => (dates === null ? rule : { ...rule, dates }))
}

/** A field's value in every row; null takes it away. A field that gets one loses its column. */
export function withConstant(profile: Profile, field: string, value: string | null): Profile {
  const { [field]: _, ...others } = profile.constants
  if (value === null) return { ...profile, constants: others }
  return {
    ...profile,
    columns: profile.columns.filter((rule) => rule.field !== field),
    constants: { ...others, [field]: value },
  }
}

export type SkipHow = 'is' | 'begins' | 'contains'

const skipWords = { is: 'is', begins: 'begins with', contains: 'contains' } as const

/** Leaves out the rows in which a column's text is, begins with or contains another, whatever its case. */
export function withSkip(
  profile: Profile,
  { column, how, text }: { readonly column: string; readonly how: SkipHow; readonly text: string },
): Profile {
  const literal = text.trim().replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
  const pattern = how === 'is' ? `^${literal}$` : how === 'begins' ? `^${literal}` : literal
  const what = `‘${column}’ ${skipWords[how]} ‘${text.trim()}’`
  return withLayout(profile, { skip: [...(profile.layout?.skip ?? []), { column, pattern, what }] })
}

export function withoutSkip(profile: Profile, index: number): Profile {
  return withLayout(profile, { skip: (profile.layout?.skip ?? []).filter((_, at) => at !== index) })
}

const periodColumn = 'Period'
const labelColumn = 'Label'
const figureColumn = 'Figure'

/**
 * How columns of figures become rows: every month's or quarter's column, or every column that is not read into a field
 * yet. Null takes the table as the list it is. What the fold makes is read into the feed's date and figure.
 */
export function withFold(profile: Profile, feed: Feed, kind: 'periods' | 'others' | null): Profile {
  const made = [periodColumn, labelColumn, figureColumn]
  const columns = profile.columns.filter(({ headers }) => !headers.some((name) => made.includes(name)))
  const plain = { ...profile, columns }
  if (kind === null) return withLayout(plain, { fold: undefined })
  const figure = feed.id === 'returns' ? 'value' : 'count'
  const others = columns.filter(({ field }) => field !== figure && (kind === 'others' || field !== feed.date))
  const rules: ColumnRule[] = [
    ...others,
    { field: figure, headers: [figureColumn] },
    ...(kind === 'periods' ? [{ field: feed.date, headers: [periodColumn] }] : []),
  ]
  const fold =
    kind === 'periods'
      ? { kind, into: periodColumn, value: figureColumn }
      : {
          kind,
          into: labelColumn,
          value: figureColumn,
          keep: others.flatMap(({ headers }) => headers.slice(0, 1)),
        }
  return withLayout({ ...profile, columns: rules }, { fold })
}

type Signs = NonNullable<Layout['markers']>['signs']
export type Meaning = Signs[string]

/** What a sign means that stands in place of a figure in a column; null takes the sign away. */
export function withSign(
  profile: Profile,
  column: string,
  { sign, meaning }: { readonly sign: string; readonly meaning: Meaning | null },
): Profile {
  const { [sign]: _, ...others } = profile.layout?.markers?.signs ?? {}
  const signs = meaning === null ? others : { ...others, [sign]: meaning }
  return withLayout(profile, {
    markers: Object.keys(signs).length === 0 ? undefined : { column, signs },
  })
}

/** The profile with parts of its layout replaced; undefined takes a part away, and with the last part the layout. */
export function withLayout(profile: Profile, change: Partial<Layout>): Profile {
  const entries = Object.entries({ ...profile.layout, ...change }).filter(
    ([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0),
  )
  const { layout: _, ...rest } = profile
  return entries.length === 0 ? rest : { ...rest, layout: Object.fromEntries(entries) as Layout }
}

function withRule(profile: Profile, header: string, change: (rule: ColumnRule) => ColumnRule): Profile {
  const own = ruleOf(profile, header)
  return { ...profile, columns: profile.columns.map((rule) => (rule === own ? change(rule) : rule)) }
}

function isSame(a: string, b: string): boolean {
  return a === b || spelling(a) === spelling(b)
}
