import type { Feed } from '../../../shared/feeds/feed.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import type { ColumnRule, Profile } from '../profiles/profile.ts'
import { cellOf } from './cell.ts'
import type { Cell } from './cell.ts'
import type { Dictionary } from './dictionary.ts'
import type { Notes } from './notes.ts'

/** What reading a field needs besides the text. */
export interface ReaderContext {
  readonly feed: Feed
  readonly partnership: Partnership
  readonly profile: Profile
  readonly rule: ColumnRule
  /** Today, 'YYYY-MM-DD'. */
  readonly today: string
  /** The agencies whose rows may be taken; null: any. */
  readonly agencies: ReadonlySet<string> | null
  /** The agency that the sender stated for the whole file, or null. */
  readonly stated: string | null
  readonly dictionary: Dictionary
  readonly notes: Notes
}

/** What a text in one column means. It is called once for each different text. */
export type ReadCell = (text: string) => Cell

/** The cell of a text that is stored as a place in the column's dictionary. */
export function textCell(field: string, value: string, { dictionary }: ReaderContext): Cell {
  return cellOf(field, dictionary.place(value), value)
}
