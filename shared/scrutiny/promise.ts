import { z } from 'zod'
import { seriesQuerySchema } from '../series/seriesQuery.ts'
import { typedText } from './typedText.ts'

/** What became of a promise, in words. People settle it; figures only speak for or against. */
export const promiseStates = {
  open: 'Open',
  kept: 'Kept',
  notKept: 'Not kept',
  withdrawn: 'Withdrawn',
} as const

export type PromiseState = keyof typeof promiseStates

export const promiseText = typedText('The promise', { most: 1_000 })

/** How one would see that a promise is kept: the figure, and what it has to come to. */
export const successMeasure = z.strictObject({
  query: seriesQuerySchema,
  target: z.number().finite(),
  direction: z.enum(['atLeast', 'atMost']),
})

export type SuccessMeasure = z.infer<typeof successMeasure>

/** A promise as it is written down. Without a measure nothing but people's word can settle it. */
export const promiseDraft = z.strictObject({
  text: promiseText,
  due: z.iso.date('Choose the day by which it is promised.'),
  measure: successMeasure.nullable().default(null),
})

export type PromiseDraft = z.infer<typeof promiseDraft>

/** Whether it should have been kept by now and nobody has said so. */
export function isOverdue(
  { due, state }: { readonly due: string; readonly state: PromiseState },
  today: string,
): boolean {
  return state === 'open' && due < today
}
