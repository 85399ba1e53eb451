/** What a cell means that holds a sign instead of a figure: not known, withheld by the publisher, or none. */
export type Marker = 'missing' | 'suppressed' | 'zero'

/** Rows that are no records, by the text of one column: totals beside their parts, notes under the table. */
export interface SkipRule {
  readonly column: string
  /** A regular expression over the cell's text; case does not matter. */
  readonly pattern: string
  /** What such rows are, for the receipt: "totals of regions". */
  readonly what: string
}

/**
 * How several columns of figures become one row each.
 * - `periods`: every column whose header is a month or quarter.
 * - `named`: the columns listed; each brings the labels that its header stands for.
 * - `others`: every column but those of `keep`; the header is the label.
 */
export type Fold = { readonly value: string } & (
  | { readonly kind: 'periods'; readonly into: string }
  | {
      readonly kind: 'named'
      readonly columns: readonly {
        readonly header: string
        readonly labels: Readonly<Record<string, string>>
      }[]
    }
  | { readonly kind: 'others'; readonly into: string; readonly keep: readonly string[] }
)

/**
 * How a table that is no plain list of records becomes one, before its columns are mapped to fields. Steps run in the
 * order of these members; a later one may name the columns that an earlier one made.
 */
export interface Layout {
  /** The sheets that hold the table, the first that is there; any sheet where left out. */
  readonly sheets?: readonly string[]
  /** What a cell above the table must say, as a regular expression, and in words: tables that look alike are told apart. */
  readonly title?: { readonly pattern: string; readonly what: string }
  /** A column with the period that a cell above the table, or on the first sheet, names in the pattern's first group. */
  readonly period?: { readonly pattern: string; readonly into: string }
  /** A header of two rows. `fill`: the upper names what the lower leaves blank; `join`: upper and lower make the name. */
  readonly twoRows?: 'fill' | 'join'
  /** Footnote digits stuck to headers, and to the labels of these columns, are taken off. */
  readonly footnotes?: { readonly labels: readonly string[] }
  readonly skip?: readonly SkipRule[]
  /** Cells that hold a list, "['a', 'b']", become a|b. */
  readonly lists?: readonly string[]
  /** A column of the texts of others, such as a year and a quarter. */
  readonly join?: readonly {
    readonly into: string
    readonly columns: readonly string[]
    readonly separator: string
  }[]
  /** A column that adds up others; blank where all of them are. */
  readonly sum?: readonly { readonly into: string; readonly columns: readonly string[] }[]
  readonly fold?: Fold
  /** The signs in place of figures; rows with a missing or suppressed figure are left out and counted in the receipt. */
  readonly markers?: { readonly column: string; readonly signs: Readonly<Record<string, Marker>> }
  /** The columns, or the fields they are read into, that together name one figure: two rows of the same are a publisher's slip. */
  readonly unique?: readonly string[]
  /** Which quarters "2022 Q1" names; calendar where left out. */
  readonly quarters?: 'calendar' | 'financial'
}

/** The signs in place of figures in British official statistics. */
export const officialSigns: Readonly<Record<string, Marker>> = {
  '': 'missing',
  '..': 'missing',
  ':': 'missing',
  NA: 'missing',
  'N/A': 'missing',
  'No data': 'missing',
  '[x]': 'missing',
  '[z]': 'missing',
  '*': 'suppressed',
  c: 'suppressed',
  '[c]': 'suppressed',
  '-': 'zero',
  '–': 'zero',
}
