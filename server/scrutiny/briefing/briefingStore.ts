import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import type { BriefingTable } from '../../../db/workspace/scrutinyTables.ts'
import {
  briefingTexts,
  type Briefing,
  type BriefingDraft,
  type BriefingField,
} from '../../../shared/scrutiny/briefing.ts'
import { noteChange, type Writing } from '../changes.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { beginTexts, textsOf } from '../texts.ts'
import { numberAfter, writeInOrder } from '../writeInOrder.ts'

const fields = Object.keys(briefingTexts) as BriefingField[]

/** Every briefing, the latest meeting first. */
export async function briefingsOf(workspace: Workspace): Promise<Briefing[]> {
  const rows = await workspace
    .selectFrom('briefing')
    .selectAll()
    .orderBy('meeting_date', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return briefings(workspace, rows)
}

/** One briefing; throws ScrutinyRefusal where there is none. */
export async function briefingOf(workspace: Workspace, number: number): Promise<Briefing> {
  const rows = await workspace.selectFrom('briefing').selectAll().where('number', '=', number).execute()
  const [briefing] = await briefings(workspace, rows)
  if (!briefing) throw new ScrutinyRefusal(`There is no briefing ${number}.`)
  return briefing
}

async function briefings(workspace: Workspace, rows: readonly BriefingTable[]): Promise<Briefing[]> {
  const texts = await textsOf(
    workspace,
    rows.map(({ number }) => `briefing ${number}`),
  )
  return rows.map((row): Briefing => ({
    number: row.number,
    meetingDate: row.meeting_date,
    questions: JSON.parse(row.questions) as number[],
    version: Number(row.version),
    texts: Object.fromEntries(
      fields.map((field) => [
        field,
        texts.get(`briefing ${row.number}`)?.get(field) ?? { value: '', version: 1 },
      ]),
    ) as Briefing['texts'],
    createdBy: row.created_by,
    createdAt: row.created_at,
  }))
}

/** Begins a briefing for a meeting; its number. */
export function addBriefing(workspace: Workspace, draft: BriefingDraft, writing: Writing): Promise<number> {
  const { title, meeting, meetingDate, questions } = draft
  return writeInOrder(workspace, async (writer) => {
    const number = await numberAfter(writer, 'briefing')
    await writer
      .insertInto('briefing')
      .values({
        number,
        meeting_date: meetingDate,
        questions: JSON.stringify(questions),
        version: 1,
        created_by: writing.by,
        created_at: writing.now.toISOString(),
      })
      .execute()
    const texts = { title, meeting, introduction: '' }
    await beginTexts(writer, `briefing ${number}`, { texts, ...writing })
    return number
  })
}

/** Chooses the questions of a briefing anew. Throws ScrutinyRefusal where somebody else has meanwhile. */
export async function chooseQuestions(
  workspace: Workspace,
  { number, questions, version }: { number: number; questions: readonly number[]; version: number },
  writing: Writing,
): Promise<{ readonly version: number }> {
  return writeInOrder(workspace, async (writer) => {
    const held = await writer
      .selectFrom('briefing')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirst()
    if (!held) throw new ScrutinyRefusal(`There is no briefing ${number}.`)
    if (Number(held.version) !== version)
      throw new ScrutinyRefusal(
        'Somebody else has just changed which questions it holds. Look, and choose again.',
      )
    const became = JSON.stringify(questions)
    if (became === held.questions) return { version }
    await writer
      .updateTable('briefing')
      .set({ questions: became, version: version + 1 })
      .where('number', '=', number)
      .execute()
    const subject = `briefing ${number}`
    await noteChange(writer, { subject, field: 'questions', was: held.questions, became }, writing)
    return { version: version + 1 }
  })
}
