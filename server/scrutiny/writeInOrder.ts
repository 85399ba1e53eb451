import type { Transaction } from 'kysely'
import { serialQueue } from '../../db/records/serialQueue.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { WorkspaceTables } from '../../db/workspace/tables.ts'

export type Writer = Transaction<WorkspaceTables>

const queues = new WeakMap<Workspace, ReturnType<typeof serialQueue>>()

/**
 * One change of the ledger after another, each whole or not at all: numbers are given out once, and a version is compared
 * and raised without anybody in between. One process owns the workspace.
 */
export function writeInOrder<T>(workspace: Workspace, change: (writer: Writer) => Promise<T>): Promise<T> {
  const queue = queues.get(workspace) ?? serialQueue()
  queues.set(workspace, queue)
  return queue(() => workspace.transaction().execute(change))
}

/** The number after the last of a table; ask for it while writing in order. */
export async function numberAfter(
  writer: Writer,
  table: 'question' | 'promise' | 'recommendation' | 'briefing' | 'scrutiny_change',
): Promise<number> {
  const row = await writer
    .selectFrom(table)
    .select((e) => e.fn.max('number').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}
