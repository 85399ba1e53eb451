import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import { keepCitation } from './citationStore.ts'

interface Citing {
  readonly workspace: Workspace
  readonly board: string
  /** Where the dashboard is reached, without a slash at the end. */
  readonly origin: string
  readonly by: string
  readonly now: Date
}

/** The figure with its permanent link and reference line; what it shows is kept as it is. */
export async function citeFigure(
  { workspace, board, origin, by, now }: Citing,
  figure: Figure,
  { request, place }: { readonly request: FigureRequest; readonly place: number },
): Promise<Figure> {
  const { reference: _none, ...bare } = figure
  const { id, cited_at: at } = await keepCitation(
    workspace,
    { figure: bare, request: withSpan(request, figure.span), place },
    { by, now },
  )
  const link = `${origin}/c/${id}`
  const line = `${board} (${at.slice(0, 4)}). ${figure.subtitle}. ${figure.state} Figures up to submission ${figure.position}. Partnership performance dashboard, cited ${formatDate(at)}. ${link}`
  return { ...figure, reference: { id, link, line } }
}

/** The months that were shown, so that the same question means the same months next year. */
function withSpan(request: FigureRequest, span: Figure['span']): FigureRequest {
  if (span === null) return request
  return { ...request, query: { ...request.query, from: span.from, to: span.to } }
}
