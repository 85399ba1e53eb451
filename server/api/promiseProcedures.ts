import { z } from 'zod'
import {
  promiseDraft,
  promiseStates,
  promiseText,
  type PromiseState,
  type SuccessMeasure,
} from '../../shared/scrutiny/promise.ts'
import { freezeFigure } from '../scrutiny/questions/freezeFigure.ts'
import { addPromise, changePromise } from '../scrutiny/questions/promiseStore.ts'
import { questionFor } from '../scrutiny/questions/questionStore.ts'
import { areasOfQuery, readsAreas } from '../scrutiny/questions/readsFigures.ts'
import { heldQuestion } from '../scrutiny/questions/writeQuestion.ts'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'
import { saveText } from '../scrutiny/texts.ts'
import { writeInOrder } from '../scrutiny/writeInOrder.ts'
import { checkedText } from './checkedText.ts'
import type { Context } from './context.ts'
import { freezingOf, ledgerOf, noteSaved, writingLedger, writingOf } from './scrutinyProcedures.ts'

const number = z.int().positive()
const version = z.int().positive()
const states = Object.keys(promiseStates) as [PromiseState, ...PromiseState[]]

/** What is done with the promises of a question: given, worded, dated, and settled. */
export const promiseProcedures = {
  addPromise: writingLedger
    .input(z.strictObject({ question: number, promise: promiseDraft }))
    .mutation(async ({ ctx, input }) => {
      const { workspace } = ctx.installation
      const reading = ledgerOf(ctx)
      const question = await questionFor(reading, input.question)
      if (question.status !== 'answered' && question.status !== 'promised')
        throw new ScrutinyRefusal('Something is promised in a reply. Write down the reply first.')
      const { measure } = input.promise
      if (measure !== null) refuseForeignQuery(ctx, measure)
      const citation =
        measure === null
          ? null
          : await freezeFigure(freezingOf(ctx), { view: 'chart', query: measure.query, edition: null })
      const draft = { ...input.promise, question: input.question, given: reading.today, citation }
      return {
        number: await writeInOrder(workspace, async (writer) => {
          const { status } = await heldQuestion(writer, input.question)
          if (status !== 'answered' && status !== 'promised')
            throw new ScrutinyRefusal('Somebody else has taken this question further meanwhile.')
          return addPromise(writer, draft, writingOf(ctx))
        }),
      }
    }),
  savePromise: writingLedger
    .meta({ access: 'questions', audit: 'byHandler' })
    .input(z.strictObject({ number, value: z.string().max(5_000), version }))
    .mutation(async ({ ctx, input }) => {
      await ownPromise(ctx, input.number)
      const subject = `promise ${input.number}`
      const value = checkedText(promiseText, input.value)
      const saved = await writeInOrder(ctx.installation.workspace, async (writer) => {
        const held = await writer
          .selectFrom('promise')
          .innerJoin('question', 'question.number', 'promise.question')
          .select('question.status')
          .where('promise.number', '=', input.number)
          .executeTakeFirst()
        if (held?.status === 'closed' || held?.status === 'withdrawn')
          throw new ScrutinyRefusal('The question is closed, so its promises stand as they are.')
        return saveText(writer, { subject, field: 'text', value, version: input.version }, writingOf(ctx))
      })
      if (saved.saved) await noteSaved(ctx, subject, { field: 'text', version: saved.version })
      return saved
    }),
  changePromise: writingLedger
    .input(z.strictObject({ number, due: z.iso.date().optional(), state: z.enum(states).optional() }))
    .mutation(async ({ ctx, input }) => {
      await ownPromise(ctx, input.number)
      await changePromise(ctx.installation.workspace, input, writingOf(ctx))
    }),
}

function refuseForeignQuery({ viewer, partnership }: Context, { query }: SuccessMeasure): void {
  const areas = areasOfQuery(query, partnership)
  if (!readsAreas(viewer, { metric: query.metric, areas }))
    throw new ScrutinyRefusal('Your account is limited to other areas or feeds than this figure’s.')
}

/** A promise of a question that this person may see; throws ScrutinyRefusal otherwise. */
async function ownPromise(ctx: Context, wanted: number): Promise<void> {
  const row = await ctx.installation.workspace
    .selectFrom('promise')
    .select('question')
    .where('number', '=', wanted)
    .executeTakeFirst()
  if (!row) throw new ScrutinyRefusal('This promise is no longer there.')
  await questionFor(ledgerOf(ctx), row.question)
}
