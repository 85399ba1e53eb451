import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Viewer } from '../../shared/access/viewer.ts'
import type { Citation } from '../../shared/figures/citation.ts'
import { changedValues } from '../../shared/figures/changedValues.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import { figureRequestSchema } from '../../shared/figures/figureRequest.ts'
import { readsMetric } from '../access/readsMetric.ts'
import { figuresOf, type FigureAnswers } from '../export/figuresOf.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { citationOf } from './citationStore.ts'

interface Reading {
  readonly workspace: Workspace
  readonly viewer: Viewer
  readonly origin: string
  /** Live figures for a reader with this protection, to see what has changed since. */
  readonly live: (disclosure: Viewer['disclosure']) => FigureAnswers
}

/**
 * A cited figure as it was, with what the same question answers now where this viewer may ask it. Null where there is no
 * such citation; throws QueryRefusal where the viewer may not see what it shows.
 */
export async function readCitation(reading: Reading, id: string): Promise<Citation | null> {
  const row = await citationOf(reading.workspace, id)
  if (!row) return null
  const { viewer, origin } = reading
  refuseForeign(viewer, { metric: row.metric, areas: JSON.parse(row.areas) as string[] })
  if (row.disclosure === 'unprotected' && viewer.disclosure === 'protected')
    throw new QueryRefusal(
      'This figure was cited with small numbers shown. It needs analyst access.',
      'needsAccess',
    )
  const figure: Figure = { ...(JSON.parse(row.figure) as Omit<Figure, 'reference'>), reference: null }
  return {
    id,
    link: `${origin}/c/${id}`,
    citedAt: row.cited_at,
    figure,
    since: await since(reading, { figure, request: row.request, place: Number(row.place) }),
  }
}

async function since(
  { live }: Reading,
  cited: { readonly figure: Figure; readonly request: string; readonly place: number },
): Promise<Citation['since']> {
  const request = figureRequestSchema.parse(JSON.parse(cited.request))
  const asked = { ...request, edition: null, query: { ...request.query, asAt: null } }
  try {
    const now = (await figuresOf(live(cited.figure.disclosure), asked))[cited.place]
    if (!now) return { kind: 'unknown', why: 'The same question has no answer any more.' }
    return { kind: 'compared', position: now.position, changes: changedValues(cited.figure, now) }
  } catch (error) {
    if (error instanceof QueryRefusal) return { kind: 'unknown', why: error.message }
    throw error
  }
}

function refuseForeign(
  viewer: Viewer,
  { metric, areas }: { readonly metric: string; readonly areas: readonly string[] },
) {
  const { areas: allowed } = viewer
  if (allowed !== 'all' && areas.some((area) => !allowed.includes(area)))
    throw new QueryRefusal(
      'Your account is limited to other areas. Ask an administrator if you need this one.',
      'needsAccess',
    )
  if (!readsMetric(viewer, metric))
    throw new QueryRefusal(
      'Your account is limited to other feeds. Ask an administrator if you need this one.',
      'needsAccess',
    )
}
