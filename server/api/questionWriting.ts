import { z } from 'zod'
import { figureRequestSchema, type FigureRequest } from '../../shared/figures/figureRequest.ts'
import { questionDraft, questionFigures, questionTheme } from '../../shared/scrutiny/questionDraft.ts'
import { questionTexts } from '../../shared/scrutiny/questionTexts.ts'
import {
  openSteps,
  questionFields,
  questionStatuses,
  type QuestionStatus,
} from '../../shared/scrutiny/questionStatus.ts'
import { noteChange } from '../scrutiny/changes.ts'
import { chooseFigures } from '../scrutiny/questions/chooseFigures.ts'
import { freezeFigure } from '../scrutiny/questions/freezeFigure.ts'
import { checkImport, importQuestions } from '../scrutiny/questions/importQuestions.ts'
import { questionFor } from '../scrutiny/questions/questionStore.ts'
import { areasOfRequest, readsAreas } from '../scrutiny/questions/readsFigures.ts'
import {
  draftQuestion,
  factsOf,
  heldQuestion,
  moveQuestion,
  writeQuestionText,
} from '../scrutiny/questions/writeQuestion.ts'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'
import { writeInOrder } from '../scrutiny/writeInOrder.ts'
import { checkedText } from './checkedText.ts'
import type { Context } from './context.ts'
import { freezingOf, ledgerOf, noteSaved, writingLedger, writingOf } from './scrutinyProcedures.ts'

const number = z.int().positive()
const version = z.int().positive()
const file = z.strictObject({
  text: z.string().max(900_000, 'The file is larger than a list of questions can be.'),
})
const statuses = Object.keys(questionStatuses) as [QuestionStatus, ...QuestionStatus[]]

/** Writing in the ledger: a question from its first words to its close, and past questions from a file. */
export const questionWriting = {
  create: writingLedger.input(questionDraft).mutation(async ({ ctx, input }) => {
    refuseForeign(ctx, input.figures)
    const { partnership } = ctx
    return { id: await draftQuestion(ctx.installation.workspace, input, { ...writingOf(ctx), partnership }) }
  }),
  save: writingLedger
    .meta({ access: 'questions', audit: 'byHandler' })
    .input(z.strictObject({ number, field: z.enum(questionFields), value: z.string().max(50_000), version }))
    .mutation(async ({ ctx, input }) => {
      await questionFor(ledgerOf(ctx), input.number)
      const value = checkedText(questionTexts[input.field], input.value)
      const { field, number: question } = input
      const saved = await writeQuestionText(
        ctx.installation.workspace,
        { question, field, value, version: input.version },
        writingOf(ctx),
      )
      if (saved.saved) await noteSaved(ctx, `question ${question}`, { field, version: saved.version })
      return saved
    }),
  setTheme: writingLedger
    .input(z.strictObject({ number, theme: questionTheme }))
    .mutation(async ({ ctx, input }) => {
      await questionFor(ledgerOf(ctx), input.number)
      await writeInOrder(ctx.installation.workspace, async (writer) => {
        const { theme: was } = await heldQuestion(writer, input.number)
        const { theme } = input
        await writer.updateTable('question').set({ theme }).where('number', '=', input.number).execute()
        const change = { subject: `question ${input.number}`, field: 'theme', was, became: theme }
        await noteChange(writer, change, writingOf(ctx))
      })
    }),
  /** Chooses the figures of a draft anew; `over` are those that the writer saw. */
  setFigures: writingLedger
    .input(z.strictObject({ number, figures: questionFigures, over: z.array(figureRequestSchema).max(100) }))
    .mutation(async ({ ctx, input }) => {
      await questionFor(ledgerOf(ctx), input.number)
      refuseForeign(ctx, input.figures)
      const { figures, over, number: question } = input
      const writing = { ...writingOf(ctx), partnership: ctx.partnership }
      return chooseFigures(ctx.installation.workspace, { question, figures, over }, writing)
    }),
  /** Takes it a step on; on asking, its figures are frozen as they are now. */
  move: writingLedger
    .input(z.strictObject({ number, to: z.enum(statuses) }))
    .mutation(async ({ ctx, input }) => {
      const question = await questionFor(ledgerOf(ctx), input.number)
      const freezes = input.to === 'asked' && question.askedAt === null
      const frozen: string[] = []
      if (freezes && openSteps(factsOf(question)).includes('asked'))
        for (const { request } of question.figures) frozen.push(await freezeFigure(freezingOf(ctx), request))
      await moveQuestion(ctx.installation.workspace, { question, to: input.to, frozen }, writingOf(ctx))
    }),
  /** What a file of past questions would bring; stores nothing. */
  checkImport: writingLedger
    .meta({ access: 'questions', audit: 'byHandler' })
    .input(file)
    .mutation(({ ctx, input }) => checkImport(ctx.installation.workspace, input.text)),
  import: writingLedger
    .meta({ access: 'questions', audit: 'byHandler' })
    .input(file)
    .mutation(async ({ ctx, input }) => {
      const questions = await importQuestions(ctx.installation.workspace, input.text, writingOf(ctx))
      await noteSaved(ctx, 'questions.import', { questions })
      return { questions }
    }),
}

function refuseForeign({ viewer, partnership }: Context, figures: readonly FigureRequest[]): void {
  const foreign = figures.some(
    (each) => !readsAreas(viewer, { metric: each.query.metric, areas: areasOfRequest(each, partnership) }),
  )
  if (foreign)
    throw new ScrutinyRefusal('Your account is limited to other areas or feeds than this figure’s.')
}
