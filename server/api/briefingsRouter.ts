import { z } from 'zod'
import {
  briefingChoice,
  briefingDraft,
  briefingTexts,
  type BriefingField,
} from '../../shared/scrutiny/briefing.ts'
import { addBriefing, briefingOf, briefingsOf, chooseQuestions } from '../scrutiny/briefing/briefingStore.ts'
import { composeBriefing } from '../scrutiny/briefing/composeBriefing.ts'
import { saveText } from '../scrutiny/texts.ts'
import { writeInOrder } from '../scrutiny/writeInOrder.ts'
import { checkedText } from './checkedText.ts'
import { freezingOf, ledgerOf, noteSaved, writingLedger, writingOf } from './scrutinyProcedures.ts'
import { router } from './trpc.ts'

const number = z.int().positive()
const fields = Object.keys(briefingTexts) as [BriefingField, ...BriefingField[]]

/** Briefings for meetings: of and for those who prepare the questions. */
export const briefingsRouter = router({
  list: writingLedger.query(({ ctx }) => briefingsOf(ctx.installation.workspace)),
  one: writingLedger
    .input(z.strictObject({ number }))
    .query(({ ctx, input }) => briefingOf(ctx.installation.workspace, input.number)),
  /** As it is read and printed. */
  report: writingLedger.input(z.strictObject({ number })).query(async ({ ctx, input }) =>
    composeBriefing(freezingOf(ctx), {
      reading: ledgerOf(ctx),
      briefing: await briefingOf(ctx.installation.workspace, input.number),
    }),
  ),
  add: writingLedger.input(briefingDraft).mutation(async ({ ctx, input }) => ({
    number: await addBriefing(ctx.installation.workspace, input, writingOf(ctx)),
  })),
  choose: writingLedger
    .input(briefingChoice)
    .mutation(({ ctx, input }) => chooseQuestions(ctx.installation.workspace, input, writingOf(ctx))),
  save: writingLedger
    .meta({ access: 'questions', audit: 'byHandler' })
    .input(
      z.strictObject({
        number,
        field: z.enum(fields),
        value: z.string().max(20_000),
        version: z.int().positive(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const value = checkedText(briefingTexts[input.field], input.value)
      const subject = `briefing ${input.number}`
      const { field, version } = input
      const saved = await writeInOrder(ctx.installation.workspace, (writer) =>
        saveText(writer, { subject, field, value, version }, writingOf(ctx)),
      )
      if (saved.saved) await noteSaved(ctx, subject, { field, version: saved.version })
      return saved
    }),
})
