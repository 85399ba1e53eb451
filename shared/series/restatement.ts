/**
 * Why a figure changed after it had counted as final. `lateArrivals`: it went on filling in; `correction`: somebody
 * put it right; `definition`: it is counted or read in another way than before.
 */
export type RestatementKind = 'lateArrivals' | 'correction' | 'definition'

/** A figure that changed: was, now, when, by which submission, of which kind, and why where somebody said so. */
export interface Restatement {
  readonly period: string
  readonly was: number | null
  readonly now: number | null
  readonly submission: number
  readonly on: string
  readonly kind: RestatementKind
  /** As whoever sent the submission says; null where nothing was said. */
  readonly reason: string | null
}

/** Each kind in words, for after "was 127, now 176:". */
export const restatementWords: Readonly<Record<RestatementKind, string>> = {
  lateArrivals: 'late arrivals',
  correction: 'correction',
  definition: 'change of definition',
}
