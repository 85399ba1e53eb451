import type { EditionTable } from '../../db/workspace/editionTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Edition } from '../../shared/editions/edition.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { EditionRefusal } from './editionRefusal.ts'

/** Every edition of invented or of real figures, newest first. */
export async function editionsOf(
  workspace: Workspace,
  { synthetic }: { readonly synthetic: boolean },
): Promise<Edition[]> {
  const rows = await workspace
    .selectFrom('edition')
    .selectAll()
    .where('synthetic', '=', synthetic ? 1 : 0)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(editionFrom)
}

/** Whether any edition of invented or of real figures has been published. */
export async function anyEdition(
  workspace: Workspace,
  { synthetic }: { readonly synthetic: boolean },
): Promise<boolean> {
  const row = await workspace
    .selectFrom('edition')
    .select('number')
    .where('synthetic', '=', synthetic ? 1 : 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One edition; throws EditionRefusal when there is none of this number. */
export async function editionOf(workspace: Workspace, number: number): Promise<Edition> {
  const row = await workspace
    .selectFrom('edition')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new EditionRefusal(`There is no edition ${number}.`)
  return editionFrom(row)
}

/** A stored answer; null where the edition does not hold this question. */
export async function answerOf<T>(
  workspace: Workspace,
  { edition, question }: { readonly edition: number; readonly question: string },
): Promise<T | null> {
  const row = await workspace
    .selectFrom('edition_figure')
    .select('answer')
    .where('edition', '=', edition)
    .where('question', '=', question)
    .executeTakeFirst()
  return row ? (JSON.parse(row.answer) as T) : null
}

function editionFrom(row: EditionTable): Edition {
  const { disclosure } = JSON.parse(row.partnership) as Partnership
  const { threshold, suppressZero, rounding } = disclosure
  return {
    number: row.number,
    title: row.title,
    meetingDate: row.meeting_date,
    commentary: row.commentary,
    metrics: JSON.parse(row.metrics) as string[],
    position: row.position,
    populationRelease: row.population_release,
    policy: { threshold, suppressZero, rounding },
    synthetic: row.synthetic === 1,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }
}
