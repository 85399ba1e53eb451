import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { VersionedText } from '../../shared/scrutiny/question.ts'
import { noteChange, type Writing } from './changes.ts'
import { ScrutinyRefusal } from './scrutinyRefusal.ts'
import type { Writer } from './writeInOrder.ts'

/** What a saving comes to: the new version, or what somebody else saved in between. Nothing is ever overwritten unseen. */
export type TextSaved =
  | { readonly saved: true; readonly version: number }
  | { readonly saved: false; readonly theirs: VersionedText & { readonly by: string } }

/** The texts of these subjects, by subject and field. */
export async function textsOf(
  reader: Workspace | Writer,
  subjects: readonly string[],
): Promise<Map<string, Map<string, VersionedText>>> {
  const found = new Map<string, Map<string, VersionedText>>()
  if (subjects.length === 0) return found
  const rows = await reader
    .selectFrom('scrutiny_text')
    .select(['subject', 'field', 'value', 'version'])
    .where('subject', 'in', subjects)
    .execute()
  for (const { subject, field, value, version } of rows) {
    const texts = found.get(subject) ?? new Map<string, VersionedText>()
    found.set(subject, texts.set(field, { value, version: Number(version) }))
  }
  return found
}

/** The first words of a subject; its history begins with what was not empty. */
export async function beginTexts(
  writer: Writer,
  subject: string,
  { texts, by, now }: Writing & { readonly texts: Readonly<Record<string, string>> },
): Promise<void> {
  for (const [field, value] of Object.entries(texts)) {
    await writer
      .insertInto('scrutiny_text')
      .values({ subject, field, value, version: 1, changed_by: by, changed_at: now.toISOString() })
      .execute()
    if (value !== '') await noteChange(writer, { subject, field, was: '', became: value }, { by, now })
  }
}

/** Saves a text over the version it was written over, or answers with what somebody else saved meanwhile. */
export async function saveText(
  writer: Writer,
  { subject, field, value, version }: { subject: string; field: string; value: string; version: number },
  { by, now }: Writing,
): Promise<TextSaved> {
  const held = await writer
    .selectFrom('scrutiny_text')
    .selectAll()
    .where('subject', '=', subject)
    .where('field', '=', field)
    .executeTakeFirst()
  if (!held) throw new ScrutinyRefusal('This is no longer there.')
  if (Number(held.version) !== version)
    return {
      saved: false,
      theirs: { value: held.value, version: Number(held.version), by: held.changed_by },
    }
  if (held.value === value) return { saved: true, version }
  await writer
    .updateTable('scrutiny_text')
    .set({ value, version: version + 1, changed_by: by, changed_at: now.toISOString() })
    .where('subject', '=', subject)
    .where('field', '=', field)
    .where('version', '=', version)
    .execute()
  await noteChange(writer, { subject, field, was: held.value, became: value }, { by, now })
  return { saved: true, version: version + 1 }
}
