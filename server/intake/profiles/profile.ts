import type { FeedId } from '../../../shared/feeds/feed.ts'
import type { Layout } from './layout.ts'

/** Which part of a cell is its value. `lsoaDistrict`: the district that the name of a small area begins with. */
export type Part = 'whole' | 'lsoaDistrict'

/**
 * How a column writes its dates. `monthFirst`: 05/14/2024; `compact`: 20240514; `excelDays`: 45426, the days that a
 * spreadsheet counts from the end of 1899.
 */
export type DateForm = 'monthFirst' | 'compact' | 'excelDays'

/** One field of a feed, and the column of the file that it comes from. */
export interface ColumnRule {
  /** A field of the feed, or 'agency': whose record the row is. */
  readonly field: string
  /** The column's header in each spelling it has been seen with; case, spaces and punctuation do not matter. */
  readonly headers: readonly string[]
  /** The file may lack this column. */
  readonly optional?: true
  /** An empty cell is accepted although the feed asks for a value. */
  readonly blank?: 'accepted'
  readonly part?: Part
  /** The partner's words for the feed's values; words not listed are read as they are. */
  readonly values?: Readonly<Record<string, string>>
  /** Put before every value that is not blank, so that a publisher's label says what it is of. */
  readonly prefix?: string
  /** A text longer than the field takes is cut short instead of refused. */
  readonly shorten?: true
  /** How dates are written, where that is told; left out: as people here write them, and refused where in doubt. */
  readonly dates?: DateForm
}

/**
 * How one partner's or publisher's layout is read: plain data, so that it can be saved, compared and exported.
 * Columns of the file that no rule names are dropped at the door.
 */
export interface Profile {
  readonly name: string
  /** Which version of a saved profile this is, from 1; left out of shipped ones. */
  readonly version?: number
  readonly label: string
  /** What the layout is, for the person who chooses it. */
  readonly meaning: string
  readonly feed: FeedId
  /** How the table becomes a list of records first; left out where it is one already. */
  readonly layout?: Layout
  readonly columns: readonly ColumnRule[]
  /** Whose figures these are where the sender states no agency. */
  readonly publisher?: string
  /** The kind of agency whose work a publisher's figures are on, so that the likeliest can be offered where one must be stated. */
  readonly about?: 'police'
  /** What the receipt always says of figures in this layout. */
  readonly caution?: string
  /** Columns of the layout that are left unread on purpose, so that the receipt need not mention them. */
  readonly ignored: readonly string[]
  /** Values for fields that the layout has no column for, true of every row. */
  readonly constants: Readonly<Record<string, string>>
  /**
   * Rows whose agency is not the stated one, or not of the partnership.
   * `reject`: they are another body's records. `keep`: whoever sends may report for others.
   */
  readonly otherAgencies: 'reject' | 'keep'
  /**
   * Places outside the partnership's areas.
   * `expected`: the layout always holds some, so the receipt tells how many; `suspect`: each is named as a warning.
   * Either way such a row is kept as not placed and counts in the total.
   * `leave out`: the layout lists every place there is, and only the partnership's own are its figures.
   */
  readonly otherPlaces: 'expected' | 'suspect' | 'leave out'
}
