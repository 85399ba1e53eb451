import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import { feeds } from '../../../shared/feeds/feeds.ts'
import { figureInWords } from '../../../shared/figures/figureInWords.ts'
import { figureRequestSchema, type FigureRequest } from '../../../shared/figures/figureRequest.ts'
import { metrics } from '../../../shared/metrics/catalogue.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { noteChange, type Writing } from '../changes.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { writeInOrder, type Writer } from '../writeInOrder.ts'
import { heldQuestion, putFigures } from './writeQuestion.ts'

/** What choosing comes to: the figures are kept, or somebody else chose others in between and nothing is changed. */
export type FiguresChosen =
  | { readonly saved: true }
  | { readonly saved: false; readonly theirs: readonly FigureRequest[]; readonly by: string }

interface Choice {
  readonly question: number
  readonly figures: readonly FigureRequest[]
  /** The figures that the writer saw and changed. */
  readonly over: readonly FigureRequest[]
}

/** Chooses the figures of a draft anew, unless they are no longer those that the writer saw. */
export function chooseFigures(
  workspace: Workspace,
  { question, figures, over }: Choice,
  { partnership, ...writing }: Writing & { readonly partnership: Partnership },
): Promise<FiguresChosen> {
  return writeInOrder(workspace, async (writer) => {
    const { status, created_by } = await heldQuestion(writer, question)
    if (status !== 'draft')
      throw new ScrutinyRefusal('Its figures were frozen when it was asked; they stand as they are.')
    const held = await heldFigures(writer, question)
    if (same(held, figures)) return { saved: true }
    if (!same(held, over))
      return { saved: false, theirs: held, by: (await lastChooser(writer, question)) ?? created_by }
    await putFigures(writer, question, { figures, partnership })
    const named = (requests: readonly FigureRequest[]) =>
      requests
        .map((request) => figureInWords(request, { metrics, feeds, partnership }))
        .map(({ subject, drawn }) => `${subject}: ${drawn}`)
        .join('\n')
    await noteChange(
      writer,
      { subject: `question ${question}`, field: 'figures', was: named(held), became: named(figures) },
      writing,
    )
    return { saved: true }
  })
}

async function heldFigures(writer: Writer, question: number): Promise<FigureRequest[]> {
  const rows = await writer
    .selectFrom('question_figure')
    .select('request')
    .where('question', '=', question)
    .orderBy('place')
    .execute()
  return rows.map(({ request }) => figureRequestSchema.parse(JSON.parse(request)))
}

async function lastChooser(writer: Writer, question: number): Promise<string | undefined> {
  const row = await writer
    .selectFrom('scrutiny_change')
    .select('changed_by')
    .where('subject', '=', `question ${question}`)
    .where('field', '=', 'figures')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row?.changed_by
}

/** Both sides were read by one schema, so that their fields stand in one order. */
function same(a: readonly FigureRequest[], b: readonly FigureRequest[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
