/** One value of a code list: what is stored, what a person reads, and other spellings partners use. */
export interface Code {
  readonly code: string
  readonly label: string
  readonly aliases?: readonly string[]
}

/**
 * How a field is read and stored.
 * - `reference`: replaced by a keyed hash at the door; never kept as sent.
 * - `date`: a day, month or quarter; stored as the day where one was given and always as a month.
 * - `area`: a district, the whole force, or not placed.
 * - `code`: one of a code list; `open` keeps an unlisted value as sent (a publisher's own categories).
 * - `codes`: several of a code list in one cell; stored sorted and joined by `|`.
 * - `flag`: yes, no or not known.
 * - `label`: a short name kept as sent (an organisation, an event's title).
 */
export type FieldType =
  | { readonly kind: 'reference' }
  | { readonly kind: 'date' }
  | { readonly kind: 'area' }
  | { readonly kind: 'code'; readonly codes: readonly Code[]; readonly open?: boolean }
  | { readonly kind: 'codes'; readonly codes: readonly Code[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'label'; readonly maxLength: number }

/** One column of a feed, as partners' files are mapped to it and as the records table holds it. */
export interface Field {
  readonly name: string
  readonly label: string
  /** What the field means, written for the person who fills in the template. */
  readonly meaning: string
  readonly type: FieldType
  readonly required?: boolean
  /** May be used to filter and break down metrics. */
  readonly dimension?: boolean
  /** An example value for the downloadable template. */
  readonly example: string
}

export type FeedId = 'crime' | 'intelligence' | 'nrm' | 'attendance' | 'returns'

/**
 * One kind of record that partners send. Row checks, tables, templates and documentation derive from it.
 * Every feed also takes `count` (default 1: the row stands for that many records), declared in `fields` by each feed.
 */
export interface Feed {
  readonly id: FeedId
  readonly label: string
  /** What one row means. */
  readonly row: string
  /** The field whose date places the row in a month. */
  readonly date: string
  /** The fields that together name one record, so that an amendment finds it. */
  readonly key: readonly string[]
  readonly fields: readonly Field[]
}
