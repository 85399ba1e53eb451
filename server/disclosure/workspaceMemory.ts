import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { MaskMemory, PublishedBefore } from './maskMemory.ts'

/** Keeps what was published in the workspace, where it outlives restarts and is backed up. */
export function workspaceMemory(workspace: Workspace): MaskMemory {
  return {
    async publishedBefore(name) {
      const row = await workspace
        .selectFrom('disclosed_table')
        .select(['position', 'cells'])
        .where('name', '=', name)
        .executeTakeFirst()
      return row ? { position: row.position, cells: JSON.parse(row.cells) as PublishedBefore['cells'] } : null
    },
    async remember(name, { position, cells }) {
      const row = { position, cells: JSON.stringify(cells) }
      await workspace
        .insertInto('disclosed_table')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
  }
}
