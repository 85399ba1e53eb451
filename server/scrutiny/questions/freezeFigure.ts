import { may } from '../../../shared/access/permission.ts'
import type { Viewer } from '../../../shared/access/viewer.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import type { FigureRequest } from '../../../shared/figures/figureRequest.ts'
import { outsideViewer } from '../../access/outsideViewer.ts'
import { citeFigure } from '../../citations/citeFigure.ts'
import { editionsOf } from '../../editions/editionStore.ts'
import { answersFor } from '../../export/answersFor.ts'
import { figuresOf } from '../../export/figuresOf.ts'
import type { Installation } from '../../installation.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'

export interface Freezing {
  readonly installation: Installation
  readonly reader: MetricsReader
  readonly viewer: Viewer
}

/**
 * Keeps a figure as it is now under a permanent link, small counts protected, so that everybody who reads the question may
 * read it; the link's name. Who does not read live figures freezes the newest edition's.
 */
export async function freezeFigure(freezing: Freezing, request: FigureRequest): Promise<string> {
  const { installation, reader, viewer } = freezing
  const edition = request.edition ?? (await usualEdition(freezing, request.query.metric))
  const answers = answersFor({ installation, reader }, outsideViewer(viewer, 'hidden'))(edition)
  const [figure] = await figuresOf(answers, { ...request, edition })
  if (!figure)
    throw new ScrutinyRefusal('One of the figures has no answer any more. Take it off the question.')
  const { reference } = await citeFigure(
    {
      workspace: installation.workspace,
      board: installation.partnership.board,
      origin: installation.config.publicUrl ?? '',
      by: viewer.name,
      now: installation.now(),
    },
    figure,
    { request: { ...request, edition }, place: 0 },
  )
  if (!reference) throw new Error('a cited figure without its reference')
  return reference.id
}

/** A figure as it would be frozen now, and of which edition (null: live); undefined where it has no answer. */
export async function figureToFreeze(
  freezing: Freezing,
  request: FigureRequest,
): Promise<{ readonly figure: Figure | undefined; readonly edition: number | null }> {
  const { installation, reader, viewer } = freezing
  const edition = request.edition ?? (await usualEdition(freezing, request.query.metric))
  const answers = answersFor({ installation, reader }, outsideViewer(viewer, 'hidden'))(edition)
  const [figure] = await figuresOf(answers, { ...request, edition })
  return { figure, edition }
}

/** The newest edition with this measure, for those who read editions; null: live. */
export async function usualEdition(
  { installation, viewer }: Pick<Freezing, 'installation' | 'viewer'>,
  metric: string,
): Promise<number | null> {
  if (may(viewer.role, 'data')) return null
  const { workspace, register } = installation
  const synthetic = register.all().every((submission) => submission.synthetic)
  const editions = await editionsOf(workspace, { synthetic })
  return (editions.find(({ metrics }) => metrics.includes(metric)) ?? editions[0])?.number ?? null
}
