import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { ScrutinyChange } from '../../shared/scrutiny/question.ts'
import { numberAfter, type Writer } from './writeInOrder.ts'

/** Who writes, and when. */
export interface Writing {
  readonly by: string
  readonly now: Date
}

export interface Change {
  readonly subject: string
  readonly field: string
  readonly was: string
  readonly became: string
}

/** Notes a change for good. */
export async function noteChange(writer: Writer, change: Change, { by, now }: Writing): Promise<void> {
  await writer
    .insertInto('scrutiny_change')
    .values({
      number: await numberAfter(writer, 'scrutiny_change'),
      ...change,
      changed_by: by,
      changed_at: now.toISOString(),
    })
    .execute()
}

const sameSitting = 10 * 60_000

/**
 * What happened to these subjects, oldest first. A text saves itself while it is written, so what one person did to one
 * text within ten minutes of the saving before is told as one change; the log itself keeps every saving.
 */
export async function changesOf(
  workspace: Workspace,
  subjects: readonly string[],
): Promise<(ScrutinyChange & { readonly subject: string })[]> {
  if (subjects.length === 0) return []
  const rows = await workspace
    .selectFrom('scrutiny_change')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('number')
    .execute()
  const told: (ScrutinyChange & { readonly subject: string })[] = []
  for (const { subject, field, was, became, changed_by: by, changed_at: at } of rows) {
    const last = told.findLastIndex((each) => each.subject === subject && each.field === field)
    const before = told[last]
    const near = before && Date.parse(at) - Date.parse(before.at) <= sameSitting
    if (before && near && before.by === by && before.became === was) told[last] = { ...before, became, at }
    else told.push({ subject, field, was, became, by, at })
  }
  return told.filter(({ was, became }) => was !== became)
}
