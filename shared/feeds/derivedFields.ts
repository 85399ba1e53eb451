import { ageBandOf } from './ageBands.ts'
import type { FeedId } from './feed.ts'
import { offenceGroupOf } from './offenceGroupOf.ts'

/** A field that intake fills in from others of the same row where the file leaves it empty. */
export interface DerivedField {
  readonly feed: FeedId
  readonly field: string
  /** The fields it is worked out from, in the order in which `derive` takes their values (null: empty). */
  readonly from: readonly string[]
  /** The value, from values as they are stored (codes, whole numbers as text); null where it cannot be known. */
  readonly derive: (values: readonly (string | null)[]) => string | null
}

/** Every derived field. They are stored like any other, so that metrics can be filtered and broken down by them. */
export const derivedFields: readonly DerivedField[] = [
  {
    feed: 'crime',
    field: 'offence_group',
    from: ['offence_code', 'source_category'],
    derive: ([offenceCode, sourceCategory]) => offenceGroupOf(offenceCode ?? null, sourceCategory ?? null),
  },
  {
    feed: 'crime',
    field: 'victim_age_band',
    from: ['victim_age'],
    derive: ([age]) => (age === undefined || age === null ? null : (ageBandOf(Number(age))?.code ?? null)),
  },
]
