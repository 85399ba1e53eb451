import { z } from 'zod'
import { may } from '../../shared/access/permission.ts'
import {
  linkedMeasure,
  progressNote,
  recommendationDraft,
  recommendationStates,
  recommendationTexts,
  type LinkedMeasure,
  type RecommendationField,
  type RecommendationState,
} from '../../shared/scrutiny/recommendation.ts'
import { readsAreas } from '../scrutiny/questions/readsFigures.ts'
import { measureNow } from '../scrutiny/recommendations/measureNow.ts'
import {
  addRecommendation,
  changeRecommendation,
  heldRecommendation,
  recommendationsFor,
} from '../scrutiny/recommendations/recommendationStore.ts'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'
import { saveText } from '../scrutiny/texts.ts'
import { writeInOrder } from '../scrutiny/writeInOrder.ts'
import { checkedText } from './checkedText.ts'
import type { Context } from './context.ts'
import {
  freezingOf,
  ledgerOf,
  noteSaved,
  readingLedger,
  writingLedger,
  writingOf,
} from './scrutinyProcedures.ts'
import { router } from './trpc.ts'

const number = z.int().positive()
const fields = Object.keys(recommendationTexts) as [RecommendationField, ...RecommendationField[]]
const states = Object.keys(recommendationStates) as [RecommendationState, ...RecommendationState[]]

/** What inspectorates and courts ask for, who has to act by when, and what the linked measures say. */
export const recommendationsRouter = router({
  list: readingLedger.query(async ({ ctx }) => ({
    recommendations: await recommendationsFor(ledgerOf(ctx)),
    writes: may(ctx.viewer.role, 'questions'),
  })),
  /** A linked measure as it stands for this reader. */
  measure: readingLedger.input(linkedMeasure).query(({ ctx, input }) => {
    refuseForeign(ctx, [input])
    return measureNow(freezingOf(ctx), input)
  }),
  add: writingLedger.input(recommendationDraft).mutation(async ({ ctx, input }) => {
    refuseForeign(ctx, input.measures)
    return { number: await addRecommendation(ctx.installation.workspace, input, writingOf(ctx)) }
  }),
  change: writingLedger
    .input(
      z.strictObject({
        number,
        due: z.iso.date().nullable().optional(),
        state: z.enum(states).optional(),
        measures: z.array(linkedMeasure).max(12).optional(),
        note: progressNote.optional(),
      }),
    )
    .mutation(({ ctx, input }) => {
      refuseForeign(ctx, input.measures ?? [])
      return changeRecommendation(ctx.installation.workspace, input, writingOf(ctx))
    }),
  save: writingLedger
    .meta({ access: 'questions', audit: 'byHandler' })
    .input(
      z.strictObject({
        number,
        field: z.enum(fields),
        value: z.string().max(10_000),
        version: z.int().positive(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const value = checkedText(recommendationTexts[input.field], input.value)
      const subject = `recommendation ${input.number}`
      const { field, version } = input
      const saved = await writeInOrder(ctx.installation.workspace, async (writer) => {
        await heldRecommendation(writer, input.number)
        return saveText(writer, { subject, field, value, version }, writingOf(ctx))
      })
      if (saved.saved) await noteSaved(ctx, subject, { field, version: saved.version })
      return saved
    }),
})

function refuseForeign({ viewer, partnership }: Context, measures: readonly LinkedMeasure[]): void {
  const foreign = measures.some(
    ({ metric, area }) => !readsAreas(viewer, { metric, areas: [area ?? partnership.code] }),
  )
  if (foreign)
    throw new ScrutinyRefusal('Your account is limited to other areas or feeds than this measure’s.')
}
