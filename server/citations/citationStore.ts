import { createHash } from 'node:crypto'
import type { CitationTable } from '../../db/workspace/citationTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'

/** What is cited: a figure, and how to ask for it again. */
export interface Cited {
  readonly figure: Omit<Figure, 'reference'>
  readonly request: FigureRequest
  readonly place: number
}

/** Letters and digits that nobody mistakes for each other. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'

export const citationIdPattern = /^[2-9a-hjkmnp-z]{10}$/

/** The short name of what is cited: the same figure has the same. */
function citationId(cited: Cited): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([cited.request, cited.place, cited.figure]))
    .digest()
  return Array.from(hash.subarray(0, 10), (byte) => letters[byte % letters.length]).join('')
}

/** Keeps a figure as it is, once; returns it as it was first kept. */
export async function keepCitation(
  workspace: Workspace,
  cited: Cited,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<CitationTable> {
  const id = citationId(cited)
  const { figure, request, place } = cited
  await workspace
    .insertInto('citation')
    .values({
      id,
      metric: figure.metric.id,
      areas: JSON.stringify(figure.areas),
      disclosure: figure.disclosure,
      request: JSON.stringify(request),
      place,
      figure: JSON.stringify(figure),
      cited_at: now.toISOString(),
      cited_by: by,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const kept = await citationOf(workspace, id)
  if (!kept) throw new Error(`citation ${id} was not kept`)
  return kept
}

/** A citation by its short name; undefined where there is none. */
export function citationOf(workspace: Workspace, id: string): Promise<CitationTable | undefined> {
  return workspace.selectFrom('citation').selectAll().where('id', '=', id).executeTakeFirst()
}
