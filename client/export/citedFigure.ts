import type { Figure, FigureReference } from '../../shared/figures/figure.ts'
import { fetchCitation } from '../pages/citation/fetchCitation.ts'
import type { Wanted } from './figureRequests.ts'

/** The figure on show as it leaves the dashboard, cited so that its link goes with it. Throws with the server's sentence. */
export async function citedFigure({ figures, smallNumbers }: Wanted): Promise<Figure> {
  const [figure] = figures
  const response = await fetch('/api/citations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ figure, smallNumbers }),
  })
  const body = (await response.json()) as FigureReference & { message?: string }
  if (!response.ok) throw new Error(body.message ?? 'the server could not answer')
  const { figure: cited } = await fetchCitation(body.id, new AbortController().signal)
  return { ...cited, reference: { id: body.id, link: body.link, line: body.line } }
}
