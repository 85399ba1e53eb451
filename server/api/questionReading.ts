import { z } from 'zod'
import { mostFigures } from '../../shared/scrutiny/questionDraft.ts'
import { matchesFilter, meetingOf, questionFilter } from '../../shared/scrutiny/questionFilter.ts'
import { openSteps, type QuestionStatus } from '../../shared/scrutiny/questionStatus.ts'
import { may } from '../../shared/access/permission.ts'
import { editionsOf } from '../editions/editionStore.ts'
import { localDate } from '../localDate.ts'
import { changesOf } from '../scrutiny/changes.ts'
import { meetingCalendar } from '../scrutiny/meetingCalendar.ts'
import { briefingsOf } from '../scrutiny/briefing/briefingStore.ts'
import { figureToFreeze } from '../scrutiny/questions/freezeFigure.ts'
import { questionFor, questionsFor } from '../scrutiny/questions/questionStore.ts'
import { factsOf } from '../scrutiny/questions/writeQuestion.ts'
import { recommendationsFor } from '../scrutiny/recommendations/recommendationStore.ts'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'
import { figureSince } from '../scrutiny/since/figureSince.ts'
import { promiseSince } from '../scrutiny/since/promiseSince.ts'
import { freezingOf, ledgerOf, readingLedger, writingLedger } from './scrutinyProcedures.ts'

const number = z.int().positive()
const one = z.strictObject({ number })
const mostListed = 300

/** Reading the ledger: what was asked on which evidence, what was answered, and what became of it. */
export const questionReading = {
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
}
