import { z } from 'zod'
import { figureRequestSchema, type FigureRequest } from '../../shared/figures/figureRequest.ts'
import {
  mostFigures,
  questionDraft,
  questionFigures,
  questionTheme,
} from '../../shared/scrutiny/questionDraft.ts'
import { matchesFilter, meetingOf, questionFilter } from '../../shared/scrutiny/questionFilter.ts'
import { questionTexts } from '../../shared/scrutiny/questionTexts.ts'
import {
  openSteps,
  questionFields,
  questionStatuses,
  type QuestionStatus,
} from '../../shared/scrutiny/questionStatus.ts'
import { may } from '../../shared/access/permission.ts'
import { editionsOf } from '../editions/editionStore.ts'
import { localDate } from '../localDate.ts'
import { changesOf, noteChange } from '../scrutiny/changes.ts'
import { meetingCalendar } from '../scrutiny/meetingCalendar.ts'
import { briefingsOf } from '../scrutiny/briefing/briefingStore.ts'
import { chooseFigures } from '../scrutiny/questions/chooseFigures.ts'
import { figureToFreeze, freezeFigure } from '../scrutiny/questions/freezeFigure.ts'
import { checkImport, importQuestions } from '../scrutiny/questions/importQuestions.ts'
import { questionFor, questionsFor } from '../scrutiny/questions/questionStore.ts'
import { areasOfRequest, readsAreas } from '../scrutiny/questions/readsFigures.ts'
import {
  draftQuestion,
  factsOf,
  heldQuestion,
  moveQuestion,
  writeQuestionText,
} from '../scrutiny/questions/writeQuestion.ts'
import { recommendationsFor } from '../scrutiny/recommendations/recommendationStore.ts'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'
import { figureSince } from '../scrutiny/since/figureSince.ts'
import { promiseSince } from '../scrutiny/since/promiseSince.ts'
import { writeInOrder } from '../scrutiny/writeInOrder.ts'
import { checkedText } from './checkedText.ts'
import type { Context } from './context.ts'
import { promiseProcedures } from './promiseProcedures.ts'
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
const version = z.int().positive()
const one = z.strictObject({ number })
const file = z.strictObject({
  text: z.string().max(900_000, 'The file is larger than a list of questions can be.'),
})
const statuses = Object.keys(questionStatuses) as [QuestionStatus, ...QuestionStatus[]]
const mostListed = 300

/** The ledger: what was asked on which evidence, what was answered and promised, and what became of it. */
export const questionsRouter = router({
  /** What is looked for, newest first, with what there is to look for. */
  list: readingLedger.input(questionFilter).query(async ({ ctx, input }) => {
    const all = await questionsFor(ledgerOf(ctx))
    const found = all.filter((question) => matchesFilter(question, input, ctx.partnership.code))
    const year = localDate(ctx.installation.now()).slice(0, 4)
    const distinct = (values: readonly string[]) =>
      [...new Set(values.filter((value) => value !== ''))].toSorted()
    const has = (status: QuestionStatus) => all.filter((question) => question.status === status).length
    return {
      questions: found.slice(0, mostListed),
      total: found.length,
      held: all.length,
      counts: {
        overdue: all.filter(({ overdue }) => overdue).length,
        promised: has('promised'),
        asked: has('asked'),
        draft: has('draft'),
        closedThisYear: all.filter(
          ({ status, askedAt }) => status === 'closed' && askedAt?.startsWith(year) === true,
        ).length,
      },
      choices: {
        askedOf: distinct(all.map(({ texts }) => texts.askedOf.value)),
        meetings: distinct(all.map(meetingOf)).toReversed(),
      },
    }
  }),
  /** Every question by its words, for finding it. */
  names: readingLedger.query(async ({ ctx }) =>
    (await questionsFor(ledgerOf(ctx))).map((question) => ({
      number: question.number,
      text: question.texts.text.value,
      askedOf: question.texts.askedOf.value,
    })),
  ),
  one: readingLedger.input(one).query(async ({ ctx, input }) => {
    const question = await questionFor(ledgerOf(ctx), input.number)
    const subjects = [
      `question ${question.number}`,
      ...question.promises.map((each) => `promise ${each.number}`),
    ]
    const writes = may(ctx.viewer.role, 'questions')
    return {
      question,
      // What a draft said before it was asked is for those who wrote it.
      history: writes ? await changesOf(ctx.installation.workspace, subjects) : [],
      steps: writes ? openSteps(factsOf(question)) : [],
      writes,
    }
  }),
  /** What became of its figures since it was asked, and of its promises since they were given. */
  since: readingLedger.input(one).query(async ({ ctx, input }) => {
    const { figures, promises, askedAt } = await questionFor(ledgerOf(ctx), input.number)
    const freezing = freezingOf(ctx)
    const frozen = figures.flatMap(({ citation, place }) => (citation === null ? [] : [{ citation, place }]))
    const told = []
    for (const { citation, place } of askedAt === null ? [] : frozen)
      told.push({ place, since: await figureSince(freezing, { citation, day: askedAt?.slice(0, 10) ?? '' }) })
    const kept = []
    for (const promise of promises) kept.push(await promiseSince(freezing, promise))
    return { figures: told, promises: kept.filter((each) => each !== null) }
  }),
  /** The figure of a draft as it would be frozen now. */
  evidence: writingLedger
    .input(
      z.strictObject({
        number,
        place: z
          .int()
          .min(0)
          .max(mostFigures - 1),
      }),
    )
    .query(async ({ ctx, input }) => {
      const { figures } = await questionFor(ledgerOf(ctx), input.number)
      const wanted = figures.find(({ place }) => place === input.place)
      if (!wanted) throw new ScrutinyRefusal('The question has no such figure.')
      return (await figureToFreeze(freezingOf(ctx), wanted.request)).figure ?? null
    }),
  meetings: readingLedger.query(async ({ ctx }) => {
    const reading = ledgerOf(ctx)
    const synthetic = ctx.register.all().every((submission) => submission.synthetic)
    return meetingCalendar({
      today: reading.today,
      questions: await questionsFor(reading),
      editions: await editionsOf(reading.workspace, { synthetic }),
      briefings: may(ctx.viewer.role, 'questions') ? await briefingsOf(reading.workspace) : [],
      recommendations: await recommendationsFor(reading),
    })
  }),
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
  ...promiseProcedures,
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
})

function refuseForeign({ viewer, partnership }: Context, figures: readonly FigureRequest[]): void {
  const foreign = figures.some(
    (each) => !readsAreas(viewer, { metric: each.query.metric, areas: areasOfRequest(each, partnership) }),
  )
  if (foreign)
    throw new ScrutinyRefusal('Your account is limited to other areas or feeds than this figure’s.')
}
