import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import {
  isLate,
  recommendationTexts,
  type LinkedMeasure,
  type Recommendation,
  type RecommendationDraft,
  type RecommendationField,
  type RecommendationState,
} from '../../../shared/scrutiny/recommendation.ts'
import { changesOf, noteChange, type Writing } from '../changes.ts'
import type { Reading } from '../questions/questionStore.ts'
import { readsAreas } from '../questions/readsFigures.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { beginTexts, textsOf } from '../texts.ts'
import { numberAfter, writeInOrder, type Writer } from '../writeInOrder.ts'

const fields = Object.keys(recommendationTexts) as RecommendationField[]

/** Every recommendation and order, what is due first first; linked measures only where this reader may see them. */
export async function recommendationsFor({
  workspace,
  partnership,
  viewer,
  today,
}: Reading): Promise<Recommendation[]> {
  const rows = await workspace.selectFrom('recommendation').selectAll().execute()
  const subjects = rows.map(({ number }) => `recommendation ${number}`)
  const texts = await textsOf(workspace, subjects)
  const notes = Map.groupBy(
    (await changesOf(workspace, subjects)).filter(({ field }) => field === 'note'),
    ({ subject }) => subject,
  )
  const found = rows.map((row): Recommendation => {
    const subject = `recommendation ${row.number}`
    const words = texts.get(subject)
    const measures = JSON.parse(row.measures) as LinkedMeasure[]
    return {
      number: row.number,
      kind: row.kind,
      texts: Object.fromEntries(
        fields.map((field) => [field, words?.get(field) ?? { value: '', version: 1 }]),
      ) as Recommendation['texts'],
      due: row.due,
      state: row.state,
      late: isLate(row, today),
      measures: measures.filter(({ metric, area }) =>
        readsAreas(viewer, { metric, areas: [area ?? partnership.code] }),
      ),
      notes: (notes.get(subject) ?? []).map(({ became: text, by, at }) => ({ text, by, at })).toReversed(),
      createdBy: row.created_by,
      createdAt: row.created_at,
    }
  })
  const rank = ({ state, due }: Recommendation) =>
    `${state === 'open' || state === 'underWay' ? 0 : 1} ${due ?? '9999'}`
  return found.toSorted((a, b) => rank(a).localeCompare(rank(b)) || a.number - b.number)
}

/** Writes down what an inspectorate or a court asks for; its number. */
export function addRecommendation(
  workspace: Workspace,
  draft: RecommendationDraft,
  writing: Writing,
): Promise<number> {
  const { kind, due, measures, ...texts } = draft
  return writeInOrder(workspace, async (writer) => {
    const number = await numberAfter(writer, 'recommendation')
    await writer
      .insertInto('recommendation')
      .values({
        number,
        kind,
        due,
        state: 'open',
        measures: JSON.stringify(measures),
        created_by: writing.by,
        created_at: writing.now.toISOString(),
      })
      .execute()
    await beginTexts(writer, `recommendation ${number}`, { texts, ...writing })
    return number
  })
}

export interface RecommendationChange {
  readonly number: number
  readonly due?: string | null | undefined
  readonly state?: RecommendationState | undefined
  readonly measures?: readonly LinkedMeasure[] | undefined
  /** What has been done; added to the notes. */
  readonly note?: string | undefined
}

/** Notes progress, or changes the day, the state or the linked measures; each change is kept in the history. */
export async function changeRecommendation(
  workspace: Workspace,
  { number, due, state, measures, note }: RecommendationChange,
  writing: Writing,
): Promise<void> {
  await writeInOrder(workspace, async (writer) => {
    const held = await heldRecommendation(writer, number)
    const linked = measures === undefined ? held.measures : JSON.stringify(measures)
    const next = { due: due === undefined ? held.due : due, state: state ?? held.state, measures: linked }
    await writer.updateTable('recommendation').set(next).where('number', '=', number).execute()
    const subject = `recommendation ${number}`
    for (const field of ['due', 'state', 'measures'] as const)
      if (held[field] !== next[field])
        await noteChange(
          writer,
          { subject, field, was: held[field] ?? '', became: next[field] ?? '' },
          writing,
        )
    if (note !== undefined)
      await noteChange(writer, { subject, field: 'note', was: '', became: note }, writing)
  })
}

/** A recommendation as it is held; throws ScrutinyRefusal where there is none. */
export async function heldRecommendation(writer: Writer, number: number) {
  const row = await writer
    .selectFrom('recommendation')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new ScrutinyRefusal(`There is no recommendation ${number}.`)
  return row
}
