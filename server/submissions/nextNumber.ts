import type { Workspace } from '../../db/workspace/openWorkspace.ts'

/** The number of the next submission; ask for it while alone among writers. */
export async function nextNumber(workspace: Workspace): Promise<number> {
  const row = await workspace
    .selectFrom('submission')
    .select((e) => e.fn.max('number').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}
