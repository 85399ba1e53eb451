import type { FeedId } from './feed.ts'
import { offenceGroupOf } from './offenceGroupOf.ts'

/** A field that intake fills in from others of the same row where the file leaves it empty. */
export interface DerivedField {
  readonly feed: FeedId
  readonly field: string
  /** The fields it is worked out from, in the order in which `derive` takes them. */
  readonly from: readonly [string, string]
  readonly derive: (first: string | null, second: string | null) => string | null
}

/** Every derived field. They are stored like any other, so that metrics can be filtered and broken down by them. */
export const derivedFields: readonly DerivedField[] = [
  {
    feed: 'crime',
    field: 'offence_group',
    from: ['offence_code', 'source_category'],
    derive: offenceGroupOf,
  },
]
