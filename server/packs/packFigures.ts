import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import { EditionRefusal } from '../editions/editionRefusal.ts'
import { figuresOf, type FigureAnswers } from '../export/figuresOf.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'

/** From where a pack takes its figures: an edition, or live ones (null). */
export type PackAnswers = (edition: number | null) => FigureAnswers

/**
 * The one figure that an item of a pack shows: of the areas side by side the comparison alone, since each area has a chart
 * of its own to choose. The sentence why, where it cannot be shown.
 */
export async function packFigure(
  answers: PackAnswers,
  { request, kept = null }: { readonly request: FigureRequest; readonly kept?: Figure | null },
): Promise<{ readonly figure: Figure } | { readonly problem: string }> {
  if (kept !== null) return { figure: kept }
  try {
    const [figure] = await figuresOf(answers(request.edition), request)
    return figure ? { figure } : { problem: 'There is no such figure.' }
  } catch (error) {
    if (error instanceof QueryRefusal || error instanceof EditionRefusal) return { problem: error.message }
    throw error
  }
}

/**
 * The request as a pack of this edition asks it. Where the edition does not hold the view, it is worked out from the records
 * that the edition was made from, small counts protected, and kept: later nobody could work it out again.
 */
export async function asOfEdition(
  answers: PackAnswers,
  request: FigureRequest,
  { number, position }: { readonly number: number; readonly position: number },
): Promise<
  | { readonly request: FigureRequest; readonly figure: Figure; readonly kept: Figure | null }
  | { readonly problem: string }
> {
  // What the pages of an edition compare with; a request that names nothing else means the same.
  const compare = request.query.compare ?? 'samePeriodLastYear'
  const published = { ...request, edition: number, query: { ...request.query, compare, asAt: null } }
  const found = await packFigure(answers, { request: published })
  if ('figure' in found && (found.figure.chart !== null || saysPairs(found.figure, request)))
    return { request: published, figure: found.figure, kept: null }
  const live = { ...request, edition: null, query: { ...request.query, asAt: null } }
  const worked = await packFigure(answers, { request: live })
  const { figure } = { figure: null, ...worked }
  const says =
    figure !== null &&
    (saysPairs(figure, request) ||
      (figure.chart?.series.some(({ values }) => values.some((value) => value !== null)) ?? false))
  if (figure && says && figure.position === position) return { request: live, figure, kept: figure }
  if ('figure' in found) return { problem: `${found.figure.title}. ${found.figure.gaps[0] ?? ''}`.trim() }
  return {
    problem:
      'This view is not part of the edition, and it cannot be worked out with small numbers hidden. Choose another, or publish an edition that holds its measure.',
  }
}

/** Whether a figure by two dimensions, which has panels or a table alone, holds any number. */
function saysPairs({ table }: Figure, request: FigureRequest): boolean {
  return (
    request.view === 'breakdown' &&
    request.by2 !== null &&
    table.rows.some((cells) => cells.some((cell) => typeof cell === 'number'))
  )
}
