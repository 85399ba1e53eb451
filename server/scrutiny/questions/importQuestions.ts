import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import { themes } from '../../../shared/metrics/themes.ts'
import {
  importColumns,
  mostImported,
  type ImportCheck,
  type ImportColumn,
} from '../../../shared/scrutiny/importColumns.ts'
import { promiseStates, promiseText, type PromiseState } from '../../../shared/scrutiny/promise.ts'
import { questionTexts } from '../../../shared/scrutiny/questionTexts.ts'
import {
  questionStatuses,
  type QuestionField,
  type QuestionStatus,
} from '../../../shared/scrutiny/questionStatus.ts'
import type { Theme } from '../../../shared/metrics/metric.ts'
import type { Writing } from '../changes.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { writeInOrder } from '../writeInOrder.ts'
import { importRows, type ImportRow } from './importFile.ts'
import { addPromise } from './promiseStore.ts'
import { beginQuestion } from './writeQuestion.ts'

interface Given {
  readonly text: string
  readonly due: string
  readonly state: PromiseState
}

interface Imported {
  readonly theme: Theme
  readonly status: QuestionStatus
  readonly texts: Record<QuestionField, string>
  readonly promises: Given[]
}

type Fault = ImportCheck['faults'][number]

interface Read {
  readonly questions: readonly Imported[]
  readonly faults: readonly Fault[]
}

/** What a file of past questions would bring, and every cell that cannot be taken. Nothing is stored. */
export async function checkImport(workspace: Workspace, text: string): Promise<ImportCheck> {
  const { questions, faults } = await read(workspace, text)
  return {
    questions: questions.length,
    promises: questions.reduce((sum, { promises }) => sum + promises.length, 0),
    faults,
  }
}

/** Puts the questions of a file into the ledger: all of them, or none where any cell cannot be taken. How many. */
export async function importQuestions(workspace: Workspace, text: string, writing: Writing): Promise<number> {
  const { questions, faults } = await read(workspace, text)
  if (faults.length > 0)
    throw new ScrutinyRefusal('Some rows cannot be taken, so nothing was stored. Check the file again.')
  await writeInOrder(workspace, async (writer) => {
    for (const { theme, status, texts, promises } of questions) {
      const day = texts.meetingDate
      const askedAt = status === 'draft' || day === '' ? null : `${day}T12:00:00.000Z`
      const question = await beginQuestion(
        writer,
        { theme, status, texts, suggestion: null, askedAt },
        writing,
      )
      for (const { text: words, due, state } of promises)
        await addPromise(
          writer,
          { text: words, due, question, measure: null, citation: null, given: day === '' ? due : day },
          { ...writing, state },
        )
    }
  })
  return questions.length
}

async function read(workspace: Workspace, text: string): Promise<Read> {
  const rows = importRows(text)
  if (rows.length === 0) throw new ScrutinyRefusal('The file has a head and no rows.')
  if (rows.length > mostImported)
    throw new ScrutinyRefusal(`The file has ${rows.length} rows; ${mostImported} can be taken at a time.`)
  const held = await heldTexts(workspace)
  const faults: Fault[] = []
  const questions = new Map<string, Imported>()
  for (const row of rows) {
    const own: Fault[] = []
    const imported = readRow(row, (field, reason) =>
      own.push({ row: row.row, field: importColumns[field], value: row.cells[field].slice(0, 80), reason }),
    )
    faults.push(...own)
    if (imported === null) continue
    const key = keyOf(imported.texts)
    const before = questions.get(key)
    const known = held.get(key)
    const twice = (reason: string) =>
      faults.push({
        row: row.row,
        field: importColumns.text,
        value: imported.texts.text.slice(0, 80),
        reason,
      })
    if (known !== undefined) twice(`This is question ${known} of the ledger already.`)
    else if (before === undefined) questions.set(key, imported)
    else if (imported.promises.length > 0) before.promises.push(...imported.promises)
    else twice('The same question comes twice in the file.')
  }
  return { questions: [...questions.values()], faults }
}

function readRow(
  { cells }: ImportRow,
  fault: (field: ImportColumn, reason: string) => void,
): Imported | null {
  let sound = true
  const bad = (field: ImportColumn, reason: string) => {
    sound = false
    fault(field, reason)
  }
  const texts: Record<QuestionField, string> = {
    text: '',
    why: '',
    caveats: '',
    askedOf: '',
    owner: '',
    meeting: '',
    meetingDate: '',
    reply: '',
  }
  for (const field of ['text', 'why', 'askedOf', 'owner', 'meeting', 'meetingDate', 'reply'] as const) {
    const value = field === 'meetingDate' ? dayOf(cells.meetingDate) : cells[field]
    const parsed = questionTexts[field].safeParse(value)
    if (parsed.success) texts[field] = parsed.data
    else
      bad(
        field,
        field === 'meetingDate' ? dayWords : (parsed.error.issues[0]?.message ?? 'It cannot be read.'),
      )
  }
  const theme = themes.find(({ id, label }) => same(id, cells.theme) || same(label, cells.theme))?.id
  if (theme === undefined) bad('theme', `Write one of: ${themes.map(({ label }) => label).join(', ')}.`)
  const status = codeOf(questionStatuses, cells.status === '' ? 'Draft' : cells.status)
  if (status === undefined) bad('status', `Write one of: ${Object.values(questionStatuses).join(', ')}.`)
  const promises = promiseOf(cells, bad)
  if (status !== undefined && status !== 'draft' && texts.askedOf === '')
    bad('askedOf', 'Say whom it was asked of.')
  if (status === 'draft' && texts.reply !== '')
    bad('reply', 'A draft has not been asked, so it has no reply.')
  if ((status === 'draft' || status === 'asked') && promises.length > 0)
    bad('promise', `A question that is ${status} has no promise.`)
  if ((status === 'answered' || status === 'promised') && texts.reply === '')
    bad('reply', 'Write down the reply.')
  if (status === 'promised' && promises.length === 0) bad('promise', 'Write down what was promised.')
  if (status === 'closed' && promises.some(({ state }) => state === 'open'))
    bad('promiseState', 'A closed question says what became of its promise.')
  return sound && theme !== undefined && status !== undefined ? { theme, status, texts, promises } : null
}

function promiseOf(cells: ImportRow['cells'], bad: (field: ImportColumn, reason: string) => void): Given[] {
  if (cells.promise === '') {
    if (cells.promiseDue !== '') bad('promiseDue', 'There is a day and no promise.')
    return []
  }
  const text = promiseText.safeParse(cells.promise)
  if (!text.success) bad('promise', text.error.issues[0]?.message ?? 'It cannot be read.')
  const due = dayOf(cells.promiseDue)
  if (!isDay(due)) bad('promiseDue', dayWords)
  const state = codeOf(promiseStates, cells.promiseState === '' ? 'Open' : cells.promiseState)
  if (state === undefined) bad('promiseState', `Write one of: ${Object.values(promiseStates).join(', ')}.`)
  return text.success && isDay(due) && state !== undefined ? [{ text: text.data, due, state }] : []
}

const dayWords = 'Write the day as 2026-03-12 or 12/03/2026.'

/** Days as this ledger and as British spreadsheets write them. */
function dayOf(cell: string): string {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell)
  if (!british) return cell
  const [, day = '', month = '', year = ''] = british
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isDay(text: string): boolean {
  return text !== '' && questionTexts.meetingDate.safeParse(text).success
}

function codeOf<T extends string>(words: Readonly<Record<T, string>>, cell: string): T | undefined {
  return (Object.entries(words) as [T, string][]).find(
    ([code, label]) => same(code, cell) || same(label, cell),
  )?.[0]
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.trim().toLowerCase()
}

function keyOf(texts: Readonly<Record<'text' | 'meetingDate' | 'askedOf', string>>): string {
  return JSON.stringify([texts.text.toLowerCase(), texts.meetingDate, texts.askedOf.toLowerCase()])
}

async function heldTexts(workspace: Workspace): Promise<Map<string, number>> {
  const rows = await workspace
    .selectFrom('scrutiny_text')
    .select(['subject', 'field', 'value'])
    .where('field', 'in', ['text', 'meetingDate', 'askedOf'])
    .where('subject', 'like', 'question %')
    .execute()
  const held = new Map<string, number>()
  for (const [subject, own] of Map.groupBy(rows, (row) => row.subject)) {
    const value = (field: string) => own.find((row) => row.field === field)?.value ?? ''
    held.set(
      keyOf({ text: value('text'), meetingDate: value('meetingDate'), askedOf: value('askedOf') }),
      Number(subject.slice('question '.length)),
    )
  }
  return held
}
