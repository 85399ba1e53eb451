import type { Transaction } from 'kysely'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { WorkspaceTables } from '../../db/workspace/tables.ts'
import type { Viewer } from '../../shared/access/viewer.ts'
import { editionOf } from '../editions/editionStore.ts'
import { PackRefusal } from './packRefusal.ts'

export interface PackStart {
  readonly title: string
  /** YYYY-MM-DD. */
  readonly meetingDate: string
  readonly edition: number
  readonly by: string
  readonly now: Date
}

/** Starts an empty draft on an edition; its number. */
export async function makePack(workspace: Workspace, start: PackStart): Promise<number> {
  const { synthetic } = await editionOf(workspace, start.edition)
  return workspace
    .transaction()
    .execute((store) => insertPack(store, { ...start, synthetic, rolledFrom: null, questions: false }))
}

/** Enters a draft under the next number. */
export async function insertPack(
  store: Transaction<WorkspaceTables>,
  pack: PackStart & {
    readonly synthetic: boolean
    readonly rolledFrom: number | null
    readonly questions: boolean
  },
): Promise<number> {
  const last = await store
    .selectFrom('pack')
    .select((e) => e.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = Number(last?.number ?? 0) + 1
  await store
    .insertInto('pack')
    .values({
      number,
      title: pack.title,
      meeting_date: pack.meetingDate,
      edition: pack.edition,
      status: 'draft',
      revision: 1,
      rolled_from: pack.rolledFrom,
      questions: pack.questions ? 1 : 0,
      synthetic: pack.synthetic ? 1 : 0,
      created_at: pack.now.toISOString(),
      created_by: pack.by,
      published_at: null,
      published_by: null,
      report: null,
    })
    .execute()
  return number
}

/** A pack tells of every area and feed, so an account limited to some neither makes nor reads one. Throws PackRefusal. */
export function refuseLimited({ areas, feeds }: Pick<Viewer, 'areas' | 'feeds'>): void {
  if (areas !== 'all' || feeds !== 'all')
    throw new PackRefusal('A pack holds every area and feed; your account is limited to some.')
}
