import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import type { FigureRequest } from '../../../shared/figures/figureRequest.ts'
import type { Theme } from '../../../shared/metrics/metric.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import type { Question } from '../../../shared/scrutiny/question.ts'
import type { QuestionDraft } from '../../../shared/scrutiny/questionDraft.ts'
import {
  mayWrite,
  questionStatuses,
  statusRefusal,
  type QuestionFacts,
  type QuestionField,
  type QuestionStatus,
} from '../../../shared/scrutiny/questionStatus.ts'
import { noteChange, type Writing } from '../changes.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { beginTexts, saveText, type TextSaved } from '../texts.ts'
import { numberAfter, writeInOrder, type Writer } from '../writeInOrder.ts'
import { areasOfRequest } from './readsFigures.ts'

/** A question as it begins, wherever it comes from. */
export interface Beginning {
  readonly theme: Theme
  readonly suggestion: string | null
  readonly texts: Readonly<Record<QuestionField, string>>
  readonly status: QuestionStatus
  readonly askedAt: string | null
}

/** Puts a question into the ledger; its number. */
export async function beginQuestion(writer: Writer, question: Beginning, writing: Writing): Promise<number> {
  const number = await numberAfter(writer, 'question')
  const { theme, suggestion, texts, status, askedAt } = question
  await writer
    .insertInto('question')
    .values({
      number,
      theme,
      status,
      suggestion,
      created_by: writing.by,
      created_at: writing.now.toISOString(),
      asked_at: askedAt,
    })
    .execute()
  const subject = `question ${number}`
  await noteChange(writer, { subject, field: 'status', was: '', became: status }, writing)
  await beginTexts(writer, subject, { texts, ...writing })
  return number
}

/** Begins a draft on the figures that it rests on; its number. */
export function draftQuestion(
  workspace: Workspace,
  draft: QuestionDraft,
  { partnership, ...writing }: Writing & { readonly partnership: Partnership },
): Promise<number> {
  const { text, theme, askedOf, why = '', caveats = [], figures, suggestion } = draft
  return writeInOrder(workspace, async (writer) => {
    const number = await beginQuestion(
      writer,
      {
        theme,
        suggestion,
        status: 'draft',
        askedAt: null,
        texts: {
          text,
          why,
          askedOf,
          caveats: caveats.map((each) => each.replaceAll('\n', ' ')).join('\n'),
          owner: writing.by,
          meeting: '',
          meetingDate: '',
          reply: '',
        },
      },
      writing,
    )
    await putFigures(writer, number, { figures, partnership })
    return number
  })
}

/** Chooses the figures of a draft anew. */
export async function putFigures(
  writer: Writer,
  question: number,
  { figures, partnership }: { readonly figures: readonly FigureRequest[]; readonly partnership: Partnership },
): Promise<void> {
  await writer.deleteFrom('question_figure').where('question', '=', question).execute()
  for (const [place, request] of figures.entries())
    await writer
      .insertInto('question_figure')
      .values({
        question,
        place,
        request: JSON.stringify(request),
        metric: request.query.metric,
        areas: JSON.stringify(areasOfRequest(request, partnership)),
        citation: null,
      })
      .execute()
}

/** Saves one text of a question, where its status lets it be written. */
export function writeQuestionText(
  workspace: Workspace,
  change: {
    readonly question: number
    readonly field: QuestionField
    readonly value: string
    readonly version: number
  },
  writing: Writing,
): Promise<TextSaved> {
  const { question, field, value, version } = change
  return writeInOrder(workspace, async (writer) => {
    const { status } = await heldQuestion(writer, question)
    if (!mayWrite(status, field))
      throw new ScrutinyRefusal(
        `The question is ${questionStatuses[status].toLowerCase()}, so this stands as it is. Copy your words if you need them elsewhere.`,
      )
    return saveText(writer, { subject: `question ${question}`, field, value, version }, writing)
  })
}

/** The facts that decide what may follow. */
export function factsOf({ status, askedAt, texts, promises }: Question): QuestionFacts {
  return {
    status,
    asked: askedAt !== null,
    askedOf: texts.askedOf.value,
    reply: texts.reply.value,
    promises: promises.map(({ state }) => ({ settled: state !== 'open' })),
  }
}

/**
 * Takes a question a step on, if the rules let it: `frozen` are the citations of its figures, in their order, for the step
 * to asked. Throws ScrutinyRefusal, also where somebody else took another step meanwhile.
 */
export async function moveQuestion(
  workspace: Workspace,
  {
    question,
    to,
    frozen,
  }: { readonly question: Question; readonly to: QuestionStatus; readonly frozen: readonly string[] },
  writing: Writing,
): Promise<void> {
  const refusal = statusRefusal(factsOf(question), to)
  if (refusal !== null) throw new ScrutinyRefusal(refusal)
  const { number } = question
  await writeInOrder(workspace, async (writer) => {
    const held = await heldQuestion(writer, number)
    if (held.status !== question.status)
      throw new ScrutinyRefusal(
        `Somebody else has taken this question further: it is ${questionStatuses[held.status].toLowerCase()} now.`,
      )
    const first = to === 'asked' && held.asked_at === null
    await writer
      .updateTable('question')
      .set({ status: to, ...(first ? { asked_at: writing.now.toISOString() } : {}) })
      .where('number', '=', number)
      .execute()
    for (const [index, citation] of frozen.entries())
      await writer
        .updateTable('question_figure')
        .set({ citation })
        .where('question', '=', number)
        .where('place', '=', question.figures[index]?.place ?? -1)
        .execute()
    await noteChange(
      writer,
      { subject: `question ${number}`, field: 'status', was: held.status, became: to },
      writing,
    )
  })
}

/** A question as it is held; throws ScrutinyRefusal where there is none. */
export async function heldQuestion(writer: Writer, number: number) {
  const row = await writer.selectFrom('question').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row) throw new ScrutinyRefusal(`There is no question ${number}.`)
  return row
}
