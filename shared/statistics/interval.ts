/** How an interval was worked out, as printed beside it. */
export type IntervalMethod = 'Exact' | 'Byars' | 'Wilson' | 'Order statistics'

/** A figure with the range it could have been by chance at this confidence, in the figure's unit. */
export interface Interval {
  readonly kind: 'interval'
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly confidence: number
  readonly method: IntervalMethod
}

/** Why a figure has no interval, as a sentence. */
export interface IntervalRefusal {
  readonly kind: 'refused'
  readonly reason: string
}

/** The parts of a rate or share: value = numerator / denominator × multiplier. */
export interface RatioParts {
  readonly numerator: number
  readonly denominator: number
  readonly multiplier: number
}

/** What makes a ratio's parts unusable for a rate, or null: nothing to divide by, or less than nothing counted. */
export function ratioFault({ numerator, denominator }: RatioParts): string | null {
  if (!Number.isFinite(numerator) || !Number.isFinite(denominator)) return 'A part of the figure is missing.'
  if (denominator <= 0) return `There is nothing to divide by: the denominator is ${denominator}.`
  if (numerator < 0) return `A count cannot be below 0: ${numerator}.`
  return null
}

/** The same for a share, whose numerator is part of its denominator. */
export function shareFault(parts: RatioParts): string | null {
  const { numerator, denominator } = parts
  if (numerator > denominator) return `A share cannot exceed its whole: ${numerator} of ${denominator}.`
  return ratioFault(parts)
}

/** Throws unless a confidence lies strictly between 0 and 1. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new Error(`invalid confidence: ${confidence}`)
}
