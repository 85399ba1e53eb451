import { z } from 'zod'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'

const months = z.int().min(1).max(600)

/** How long what is kept is kept, in months. `originals`: the files as partners sent them; null keeps no end. */
export const retentionSchema = z.strictObject({
  originals: z.strictObject({
    crime: months,
    intelligence: months,
    nrm: months,
    attendance: months,
    returns: months,
  }),
  /** Events of the audit log; never less than a year, or nobody could look back at all. */
  audit: z.int().min(12).max(600),
})

export type Retention = z.infer<typeof retentionSchema>

/** A year is enough to settle a question about a file; six years is the usual limit for a claim. */
const usualRetention: Retention = {
  originals: { crime: 12, intelligence: 12, nrm: 12, attendance: 12, returns: 12 },
  audit: 72,
}

/** The retention that an administrator has set, or the usual one. */
export async function readRetention(workspace: Workspace): Promise<Retention> {
  const row = await workspace
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'retention')
    .executeTakeFirst()
  return row ? retentionSchema.parse(JSON.parse(row.value)) : usualRetention
}

/** Sets the retention; it holds from the next daily round. */
export async function writeRetention(workspace: Workspace, retention: Retention): Promise<void> {
  const value = JSON.stringify(retention)
  await workspace
    .insertInto('installation')
    .values({ name: 'retention', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** The moment so many months before. */
export function monthsBefore(now: Date, count: number): string {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - count)
  return then.toISOString()
}
