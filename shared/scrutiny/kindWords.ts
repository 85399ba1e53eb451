import type { SignalKind } from './signal.ts'

/** Each kind of signal as a filter names it. */
export const kindWords: Readonly<Record<SignalKind, string>> = {
  specialCause: 'Unusual change',
  yearChange: 'Change on last year',
  divergence: 'Companions apart',
  outlier: 'Area apart from others',
  missedTarget: 'Missed target',
  forecast: 'Heading past a target',
  restated: 'Restated figure',
  missingReturn: 'Missing return',
  promiseDue: 'Promise fallen due',
}
