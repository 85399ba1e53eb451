import type { FeedId } from '../feeds/feed.ts'

export type FieldValue = string | number | boolean

/**
 * Which records count: a plain, serialisable test over the fields of one feed, true or false and never unknown.
 * An empty field meets no test, so that `not` of a test holds for it.
 * `daysOver` asks that more days than that lie from one date field to another, both known to the day.
 */
export type Condition =
  | { readonly field: string; readonly is: FieldValue }
  | { readonly field: string; readonly in: readonly FieldValue[] }
  | { readonly field: string; readonly has: readonly string[] } // a `codes` field that holds at least one of these
  | { readonly field: string; readonly known: true }
  | { readonly from: string; readonly to: string; readonly daysOver: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/**
 * A number added up over records: how many (`count`), how many different values of a field (`distinct`),
 * or the total of a field (`sum`), among the records that meet `where`.
 * A part may come from another feed (referrals per hundred crimes). A row of `count` n is n records when counted;
 * `sum` adds the field as it stands, because a figure on such a row is already the total.
 */
export interface Part {
  readonly of: 'count' | 'distinct' | 'sum'
  readonly field?: string
  readonly where?: Condition
  readonly feed?: FeedId
  /** The date field that places a record in a period; the feed's own date unless stated (e.g. outcome_date). */
  readonly date?: string
}

/**
 * How a metric is worked out. Only `ratio` and `meanGain` divide, in one place that knows about zero.
 * `median` is of the days between two dates, both known to the day. `meanGain` is how far a rating rose, each row
 * weighing as many as answered: sum of (after − before) × weight over sum of weight, rows with all three known.
 */
export type Measure =
  | ({ readonly kind: 'additive' } & Part & { readonly of: 'count' | 'sum' })
  | ({ readonly kind: 'distinct'; readonly field: string } & Omit<Part, 'of'>)
  | {
      readonly kind: 'ratio'
      readonly numerator: Part
      readonly denominator: Part
      readonly multiplier: number
    }
  | {
      readonly kind: 'median'
      readonly from: string
      readonly to: string
      readonly where?: Condition
      readonly date?: string
    }
  | {
      readonly kind: 'meanGain'
      readonly before: string
      readonly after: string
      readonly weight: string
      readonly where?: Condition
    }
  | {
      readonly kind: 'repeatVictims'
      readonly victim: string
      readonly where: Condition
      readonly monthsBefore: number
    }

export type Theme =
  | 'domesticAbuse'
  | 'sexualAbuse'
  | 'modernSlavery'
  | 'intelligence'
  | 'partnership'
  | 'returns'
  | 'records'

export type Unit = 'count' | 'percent' | 'days' | 'points' | 'perHundred'

/** Whether a rise or fall is good, and why; most counts of hidden harm are neutral. */
export interface Polarity {
  readonly direction: 'up' | 'down' | 'neutral'
  readonly reason: string
}

/** One measure of the catalogue: defined once, read by screen, sentence, table, export and pack alike. */
export interface Metric {
  readonly id: string
  readonly name: string
  readonly theme: Theme
  /** Written for a board member: what is counted, what is left out, which date places it. */
  readonly definition: string
  readonly feed: FeedId
  readonly measure: Measure
  readonly unit: Unit
  /** What is counted, or what a share or median is of, for sentences: crime/crimes, victim/victims. */
  readonly noun: { readonly one: string; readonly many: string }
  readonly polarity: Polarity
  /** What a supply must hold for the figure to mean anything (incidents, for demand); without it: not available, never low. */
  readonly needs?: Condition
  /** Months after a period's end before its figure counts as final, until learned from submissions. */
  readonly provisionalLag: number
  /** Dimensions of the feed it may be broken down by. */
  readonly breakdowns: readonly string[]
  readonly caveats: readonly string[]
  readonly owner: string
  /** Other metric ids that help tell better reporting from more harm. */
  readonly companions: readonly string[]
  /** Per how many residents a rate is given; null where a rate has no meaning. */
  readonly ratePer: 1000 | 100000 | null
  /** Shown on the overview scorecard. */
  readonly headline: boolean
}
