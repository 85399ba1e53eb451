import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { WorkspaceTables } from '../../db/workspace/tables.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import { PackRefusal } from './packRefusal.ts'

const mostItems = 60

/** Changes something in a draft, all or nothing. Throws PackRefusal where it has been published or thrown away. */
export function changePack<T>(
  workspace: Workspace,
  pack: number,
  change: (store: Transaction<WorkspaceTables>) => Promise<T>,
): Promise<T> {
  return workspace.transaction().execute(async (store) => {
    const { numUpdatedRows } = await store
      .updateTable('pack')
      .set((e) => ({ revision: e('revision', '+', 1) }))
      .where('number', '=', pack)
      .where('status', '=', 'draft')
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      throw new PackRefusal('This pack has been published or thrown away, so it cannot be changed any more.')
    return change(store)
  })
}

/** Names a draft and its meeting. */
export async function describePack(
  workspace: Workspace,
  {
    pack,
    title,
    meetingDate,
  }: { readonly pack: number; readonly title: string; readonly meetingDate: string },
): Promise<void> {
  await changePack(workspace, pack, (store) =>
    store.updateTable('pack').set({ title, meeting_date: meetingDate }).where('number', '=', pack).execute(),
  )
}

export interface ItemAdded {
  readonly pack: number
  readonly request: FigureRequest
  readonly shows: 'chart' | 'table'
  /** The figure itself where the edition does not hold it. */
  readonly kept: Figure | null
}

/** Whether a draft lists the questions that the board has asked. */
export async function listQuestions(
  workspace: Workspace,
  { pack, questions }: { readonly pack: number; readonly questions: boolean },
): Promise<void> {
  await changePack(workspace, pack, (store) =>
    store
      .updateTable('pack')
      .set({ questions: questions ? 1 : 0 })
      .where('number', '=', pack)
      .execute(),
  )
}

/** Adds a figure at the end; its id. */
export async function addItem(
  workspace: Workspace,
  { pack, request, shows, kept }: ItemAdded,
): Promise<string> {
  return changePack(workspace, pack, async (store) => {
    const held = await store.selectFrom('pack_item').select('place').where('pack', '=', pack).execute()
    if (held.length >= mostItems) throw new PackRefusal(`A pack holds ${mostItems} figures at most.`)
    const id = randomUUID()
    await store
      .insertInto('pack_item')
      .values({
        pack,
        id,
        place: Math.max(0, ...held.map(({ place }) => Number(place))) + 1,
        request: JSON.stringify(request),
        shows,
        flag: null,
        figure: kept === null ? null : JSON.stringify(kept),
      })
      .execute()
    return id
  })
}

/** Puts a figure one place nearer the front or the end; one that is there already stays. */
export async function moveItem(
  workspace: Workspace,
  { pack, id, by }: { readonly pack: number; readonly id: string; readonly by: -1 | 1 },
): Promise<void> {
  await changePack(workspace, pack, async (store) => {
    const rows = await store
      .selectFrom('pack_item')
      .select('id')
      .where('pack', '=', pack)
      .orderBy('place')
      .orderBy('id')
      .execute()
    const order = rows.map((row) => row.id)
    const from = order.indexOf(id)
    if (from < 0) throw new PackRefusal('This figure is not in the pack any more.')
    const to = Math.min(order.length - 1, Math.max(0, from + by))
    order.splice(to, 0, ...order.splice(from, 1))
    for (const [place, each] of order.entries())
      await store
        .updateTable('pack_item')
        .set({ place: place + 1 })
        .where('pack', '=', pack)
        .where('id', '=', each)
        .execute()
  })
}

/** Takes a figure out with its commentary. */
export async function removeItem(
  workspace: Workspace,
  { pack, id }: { readonly pack: number; readonly id: string },
): Promise<void> {
  await changePack(workspace, pack, async (store) => {
    await store.deleteFrom('pack_item').where('pack', '=', pack).where('id', '=', id).execute()
    await store.deleteFrom('pack_text').where('pack', '=', pack).where('place', '=', id).execute()
  })
}

/** Whether a figure comes as its chart or as its table alone. */
export async function showItem(
  workspace: Workspace,
  { pack, id, shows }: { readonly pack: number; readonly id: string; readonly shows: 'chart' | 'table' },
): Promise<void> {
  await changePack(workspace, pack, (store) =>
    store.updateTable('pack_item').set({ shows }).where('pack', '=', pack).where('id', '=', id).execute(),
  )
}

/** Notes that a commentary has been read again beside its moved figure. */
export async function settleFlag(
  workspace: Workspace,
  { pack, id }: { readonly pack: number; readonly id: string },
): Promise<void> {
  await changePack(workspace, pack, (store) =>
    store
      .updateTable('pack_item')
      .set({ flag: null })
      .where('pack', '=', pack)
      .where('id', '=', id)
      .execute(),
  )
}

/** Throws a draft away with all that is written in it. */
export async function discardPack(workspace: Workspace, pack: number): Promise<void> {
  await changePack(workspace, pack, async (store) => {
    await store.deleteFrom('pack_item').where('pack', '=', pack).execute()
    await store.deleteFrom('pack_text').where('pack', '=', pack).execute()
    await store.deleteFrom('pack').where('number', '=', pack).execute()
  })
}
