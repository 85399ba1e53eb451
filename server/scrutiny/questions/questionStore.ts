import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import type { QuestionTable } from '../../../db/workspace/scrutinyTables.ts'
import type { Viewer } from '../../../shared/access/viewer.ts'
import { figureRequestSchema } from '../../../shared/figures/figureRequest.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { may } from '../../../shared/access/permission.ts'
import type {
  PromiseEntry,
  Question,
  QuestionFigure,
  VersionedText,
} from '../../../shared/scrutiny/question.ts'
import { questionFields, type QuestionField } from '../../../shared/scrutiny/questionStatus.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { textsOf } from '../texts.ts'
import { promisesOf } from './promiseStore.ts'
import { areasOfQuery, readsAreas } from './readsFigures.ts'

/** For whom the ledger is read, and on which day. */
export interface Reading {
  readonly workspace: Workspace
  readonly partnership: Partnership
  readonly viewer: Viewer
  /** YYYY-MM-DD. */
  readonly today: string
}

/**
 * The questions that this reader may see, newest first. Drafts, and what was withdrawn before it was asked, are for those
 * who write questions. A question that rests on a figure outside an account's areas or feeds is not shown to it at all:
 * its words tell the figure.
 */
export async function questionsFor(reading: Reading): Promise<Question[]> {
  const rows = await reading.workspace.selectFrom('question').selectAll().orderBy('number', 'desc').execute()
  return readQuestions(reading, rows)
}

/** One question; throws ScrutinyRefusal where there is none that this reader may see. */
export async function questionFor(reading: Reading, number: number): Promise<Question> {
  const rows = await reading.workspace
    .selectFrom('question')
    .selectAll()
    .where('number', '=', number)
    .execute()
  const [question] = await readQuestions(reading, rows)
  if (!question) throw new ScrutinyRefusal(`There is no question ${number} that you may see.`)
  return question
}

async function readQuestions(reading: Reading, rows: readonly QuestionTable[]): Promise<Question[]> {
  const { workspace, partnership, viewer, today } = reading
  if (rows.length === 0) return []
  const one = rows.length === 1 ? rows[0]?.number : undefined
  const figureRows = await workspace
    .selectFrom('question_figure')
    .selectAll()
    .$if(one !== undefined, (query) => query.where('question', '=', one ?? 0))
    .orderBy('place')
    .execute()
  const promises = Map.groupBy(
    await promisesOf(workspace, { question: one, today }),
    ({ question }) => question,
  )
  const figures = Map.groupBy(figureRows, ({ question }) => question)
  const texts = await allTexts(workspace, rows)
  const writes = may(viewer.role, 'questions')
  return rows.flatMap((row): Question[] => {
    const own = figures.get(row.number) ?? []
    const given = promises.get(row.number) ?? []
    if (!writes && row.asked_at === null && (row.status === 'draft' || row.status === 'withdrawn')) return []
    const readable =
      own.every(({ metric, areas }) =>
        readsAreas(viewer, { metric, areas: JSON.parse(areas) as string[] }),
      ) &&
      given.every(
        ({ measure }) =>
          measure === null ||
          readsAreas(viewer, {
            metric: measure.query.metric,
            areas: areasOfQuery(measure.query, partnership),
          }),
      )
    if (!readable) return []
    return [
      {
        number: row.number,
        theme: row.theme,
        status: row.status,
        suggestion: row.suggestion,
        texts: fieldsOf(texts.get(`question ${row.number}`)),
        figures: own.map(({ place, request, metric, citation }): QuestionFigure => ({
          place: Number(place),
          request: figureRequestSchema.parse(JSON.parse(request)),
          metric,
          citation,
        })),
        promises: given,
        createdBy: row.created_by,
        createdAt: row.created_at,
        askedAt: row.asked_at,
        overdue: row.status === 'promised' && given.some((promise: PromiseEntry) => promise.overdue),
      },
    ]
  })
}

const mostNamed = 500

/** A query names so many values at most; the ledger may hold more questions. */
async function allTexts(workspace: Workspace, rows: readonly QuestionTable[]) {
  const subjects = rows.map(({ number }) => `question ${number}`)
  const found = new Map<string, Map<string, VersionedText>>()
  for (let at = 0; at < subjects.length; at += mostNamed)
    for (const [subject, texts] of await textsOf(workspace, subjects.slice(at, at + mostNamed)))
      found.set(subject, texts)
  return found
}

function fieldsOf(held: Map<string, VersionedText> | undefined): Question['texts'] {
  const texts = questionFields.map((field): [QuestionField, VersionedText] => [
    field,
    held?.get(field) ?? { value: '', version: 1 },
  ])
  return Object.fromEntries(texts) as Record<QuestionField, VersionedText>
}
