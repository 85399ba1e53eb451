import type { AnnotationTable } from '../../db/workspace/annotationTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Annotation } from '../../shared/annotations/annotation.ts'
import type { AnnotationDraft } from '../../shared/annotations/annotationDraft.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { AnnotationRefusal } from './annotationRefusal.ts'

/** Who writes, and when. */
export interface Writing {
  readonly by: string
  readonly now: Date
}

/** Every note that stands, in order of the months they are about. */
export async function annotationsOf(workspace: Workspace): Promise<Annotation[]> {
  const rows = await workspace
    .selectFrom('annotation')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('month')
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(annotation)
}

/** Puts a note beside the figures it is about. Throws AnnotationRefusal when the partnership has no such area. */
export async function addAnnotation(
  workspace: Workspace,
  draft: AnnotationDraft,
  { id, by, now, partnership }: Writing & { readonly id: string; readonly partnership: Partnership },
): Promise<Annotation> {
  refuseUnknownArea(draft, partnership)
  const row = { ...draft, id, written_by: by, written_at: now.toISOString() }
  await workspace
    .insertInto('annotation')
    .values({ ...row, withdrawn_by: null, withdrawn_at: null })
    .execute()
  return annotation({ ...row, withdrawn_by: null, withdrawn_at: null })
}

/** Replaces what a standing note says. Throws AnnotationRefusal when there is none. */
export async function changeAnnotation(
  workspace: Workspace,
  draft: AnnotationDraft & { readonly id: string },
  { by, now, partnership }: Writing & { readonly partnership: Partnership },
): Promise<void> {
  refuseUnknownArea(draft, partnership)
  const { id, ...words } = draft
  const { numUpdatedRows } = await workspace
    .updateTable('annotation')
    .set({ ...words, written_by: by, written_at: now.toISOString() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AnnotationRefusal('This note is no longer there.')
}

/** Takes a note away from the figures; it stays in the workspace. Throws AnnotationRefusal when it was already gone. */
export async function withdrawAnnotation(
  workspace: Workspace,
  id: string,
  { by, now }: Writing,
): Promise<void> {
  const { numUpdatedRows } = await workspace
    .updateTable('annotation')
    .set({ withdrawn_by: by, withdrawn_at: now.toISOString() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AnnotationRefusal('This note is no longer there.')
}

function refuseUnknownArea({ area }: AnnotationDraft, { code, areas }: Partnership): void {
  if (area === null || area === code || areas.some((each) => each.code === area)) return
  throw new AnnotationRefusal(`There is no area “${area}” in this partnership.`)
}

function annotation(row: AnnotationTable): Annotation {
  const { written_by: by, written_at: at, withdrawn_by: _by, withdrawn_at: _at, ...words } = row
  return { ...words, by, at }
}
