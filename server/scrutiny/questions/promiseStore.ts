import type { PromiseTable } from '../../../db/workspace/scrutinyTables.ts'
import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import { seriesQuerySchema } from '../../../shared/series/seriesQuery.ts'
import {
  isOverdue,
  type PromiseDraft,
  type PromiseState,
  type SuccessMeasure,
} from '../../../shared/scrutiny/promise.ts'
import type { PromiseEntry } from '../../../shared/scrutiny/question.ts'
import { noteChange, type Writing } from '../changes.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { beginTexts, textsOf } from '../texts.ts'
import { numberAfter, writeInOrder, type Writer } from '../writeInOrder.ts'

/** What was promised on a question, or on all, in the order it was promised. */
export async function promisesOf(
  workspace: Workspace,
  { question, today }: { readonly question?: number | undefined; readonly today: string },
): Promise<PromiseEntry[]> {
  const rows = await workspace
    .selectFrom('promise')
    .selectAll()
    .$if(question !== undefined, (query) => query.where('question', '=', question ?? 0))
    .orderBy('number')
    .execute()
  const texts = await textsOf(
    workspace,
    rows.map(({ number }) => `promise ${number}`),
  )
  return rows.map((row): PromiseEntry => ({
    number: row.number,
    question: row.question,
    text: texts.get(`promise ${row.number}`)?.get('text') ?? { value: '', version: 1 },
    given: row.given,
    due: row.due,
    measure: measureOf(row),
    citation: row.citation,
    state: row.state,
    overdue: isOverdue(row, today),
  }))
}

function measureOf({ measure, target, direction }: PromiseTable): SuccessMeasure | null {
  if (measure === null || target === null || direction === null) return null
  return { query: seriesQuerySchema.parse(JSON.parse(measure)), target: Number(target), direction }
}

/** Writes a promise down with the figure as it stood; its number. */
export async function addPromise(
  writer: Writer,
  draft: PromiseDraft & {
    readonly question: number
    readonly given: string
    readonly citation: string | null
  },
  { by, now, state = 'open' }: Writing & { readonly state?: PromiseState },
): Promise<number> {
  const number = await numberAfter(writer, 'promise')
  const { text, due, measure, question, given, citation } = draft
  await writer
    .insertInto('promise')
    .values({
      number,
      question,
      given,
      due,
      measure: measure === null ? null : JSON.stringify(measure.query),
      target: measure?.target ?? null,
      direction: measure?.direction ?? null,
      citation,
      state,
      settled_at: state === 'open' ? null : now.toISOString(),
    })
    .execute()
  await beginTexts(writer, `promise ${number}`, { texts: { text }, by, now })
  await noteChange(writer, { subject: `promise ${number}`, field: 'due', was: '', became: due }, { by, now })
  return number
}

/** Changes the day of an open promise, or says what became of it. Throws ScrutinyRefusal where there is none. */
export async function changePromise(
  workspace: Workspace,
  { number, due, state }: { number: number; due?: string | undefined; state?: PromiseState | undefined },
  { by, now }: Writing,
): Promise<void> {
  await writeInOrder(workspace, async (writer) => {
    const held = await writer
      .selectFrom('promise')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirst()
    if (!held) throw new ScrutinyRefusal('This promise is no longer there.')
    const parent = await writer
      .selectFrom('question')
      .select('status')
      .where('number', '=', held.question)
      .executeTakeFirst()
    if (parent?.status === 'closed' || parent?.status === 'withdrawn')
      throw new ScrutinyRefusal('The question is closed. Open it again to change what was promised.')
    const subject = `promise ${number}`
    if (due !== undefined && due !== held.due) {
      if (held.state !== 'open') throw new ScrutinyRefusal('This promise has been settled; its day stands.')
      await writer.updateTable('promise').set({ due }).where('number', '=', number).execute()
      await noteChange(writer, { subject, field: 'due', was: held.due, became: due }, { by, now })
    }
    if (state !== undefined && state !== held.state) {
      const settled_at = state === 'open' ? null : now.toISOString()
      await writer.updateTable('promise').set({ state, settled_at }).where('number', '=', number).execute()
      await noteChange(writer, { subject, field: 'state', was: held.state, became: state }, { by, now })
    }
  })
}
