import { z } from 'zod'
import { metricById } from '../metrics/catalogue.ts'
import type { Unit } from '../metrics/metric.ts'
import type { Sparkline } from '../series/scorecard.ts'
import type { FigureValue, VersionedText } from './question.ts'
import { typedText } from './typedText.ts'

export const recommendationKinds = { recommendation: 'Recommendation', order: 'Order' } as const
export type RecommendationKind = keyof typeof recommendationKinds

export const recommendationStates = {
  open: 'Not begun',
  underWay: 'Under way',
  done: 'Done',
  notAccepted: 'Not accepted',
} as const
export type RecommendationState = keyof typeof recommendationStates

/** A measure by which one may see whether it was followed; without an area, of the whole partnership. */
export const linkedMeasure = z.strictObject({
  metric: z.string().refine((id) => metricById(id) !== null, 'There is no such measure.'),
  area: z.string().max(40).nullable(),
})

export type LinkedMeasure = z.infer<typeof linkedMeasure>

/** The texts of a recommendation, each with its limits. */
export const recommendationTexts = {
  source: typedText('Who recommends it', { most: 200 }),
  reference: typedText('The reference', { most: 120, needed: false }),
  text: typedText('The recommendation', { most: 4_000 }),
  who: typedText('Who has to act', { most: 200 }),
} as const

export type RecommendationField = keyof typeof recommendationTexts

export const progressNote = typedText('The note', { most: 2_000 })

export const recommendationDraft = z.strictObject({
  kind: z.enum(['recommendation', 'order']),
  ...recommendationTexts,
  due: z.iso.date().nullable(),
  measures: z.array(linkedMeasure).max(12),
})

export type RecommendationDraft = z.infer<typeof recommendationDraft>

/** Whether it should have been done by now. */
export function isLate(
  { due, state }: { readonly due: string | null; readonly state: RecommendationState },
  today: string,
): boolean {
  return due !== null && due < today && (state === 'open' || state === 'underWay')
}

/** A linked measure as it stands now. */
export interface MeasureNow extends LinkedMeasure {
  readonly name: string
  readonly areaName: string
  readonly unit: Unit
  readonly latest: FigureValue | null
  /** The same period a year before; null without one. */
  readonly yearAgo: FigureValue | null
  readonly spark: Sparkline | null
  /** Why there is no figure, as a sentence; null where there is one. */
  readonly why: string | null
}

/** A recommendation or order as it is held. */
export interface Recommendation {
  readonly number: number
  readonly kind: RecommendationKind
  readonly texts: Readonly<Record<RecommendationField, VersionedText>>
  readonly due: string | null
  readonly state: RecommendationState
  readonly late: boolean
  /** Those that this reader may see. */
  readonly measures: readonly LinkedMeasure[]
  /** What has been done so far, newest first. */
  readonly notes: readonly { readonly text: string; readonly by: string; readonly at: string }[]
  readonly createdBy: string
  readonly createdAt: string
}
