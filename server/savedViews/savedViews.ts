import type { Workspace } from '../../db/workspace/openWorkspace.ts'

/** One view kept under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly address: string
}

/** Somebody's views in order of their names. */
export async function savedViewsOf(workspace: Workspace, owner: string): Promise<SavedView[]> {
  return workspace
    .selectFrom('saved_view')
    .select(['id', 'name', 'address'])
    .where('owner', '=', owner)
    .orderBy('name')
    .execute()
}

/** Keeps a view under a name; a view that already has this name is replaced. */
export async function saveView(
  workspace: Workspace,
  view: SavedView,
  { owner, now }: { readonly owner: string; readonly now: Date },
): Promise<void> {
  const saved_at = now.toISOString()
  await workspace
    .insertInto('saved_view')
    .values({ ...view, owner, saved_at })
    .onConflict((conflict) =>
      conflict.columns(['owner', 'name']).doUpdateSet({ address: view.address, saved_at }),
    )
    .execute()
}

/** Forgets one of somebody's own views; one that is not theirs stays. */
export async function forgetView(workspace: Workspace, id: string, owner: string): Promise<void> {
  await workspace.deleteFrom('saved_view').where('id', '=', id).where('owner', '=', owner).execute()
}
