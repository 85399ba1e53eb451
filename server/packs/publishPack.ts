import { createHash } from 'node:crypto'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { PackMark } from '../../shared/packs/pack.ts'
import type { Report } from '../../shared/report/report.ts'
import { reportFormats, type ReportFormat } from '../../shared/report/reportFormat.ts'
import type { ComposedPack } from './composePack.ts'
import { PackRefusal } from './packRefusal.ts'
import { itemsOf } from './packStore.ts'

export interface PackPublication {
  readonly pack: PackMark
  readonly compose: (pack: PackMark) => Promise<ComposedPack>
  readonly write: (format: ReportFormat, report: Report) => Promise<Uint8Array>
  readonly by: string
  readonly now: Date
}

/**
 * Freezes a draft: its text and values, and the bytes of its Word, PowerPoint and Excel files. All or nothing; throws
 * PackRefusal where something still has to be looked at, or somebody changed it meanwhile.
 */
export async function publishPack(
  workspace: Workspace,
  { pack, compose, write, by, now }: PackPublication,
): Promise<void> {
  if (pack.status === 'published') throw new PackRefusal('This pack has been published already.')
  const items = await itemsOf(workspace, pack.number)
  if (items.length === 0) throw new PackRefusal('A pack needs at least one figure before it is published.')
  const flagged = items.filter(({ flag }) => flag !== null).length
  if (flagged > 0)
    throw new PackRefusal(
      flagged === 1
        ? 'One commentary is about a figure that has moved. Read it again before the pack is published.'
        : `${flagged} commentaries are about figures that have moved. Read them again before the pack is published.`,
    )
  const { report, figures, problems } = await compose({ ...pack, status: 'published' })
  if (problems.length > 0)
    throw new PackRefusal(`${problems.join(' ')} Take it out, then publish. Nothing was published.`)
  const files: { readonly format: ReportFormat; readonly bytes: Uint8Array }[] = []
  for (const format of reportFormats) files.push({ format, bytes: await write(format, report) })
  await workspace.transaction().execute(async (store) => {
    const { numUpdatedRows } = await store
      .updateTable('pack')
      .set({
        status: 'published',
        report: JSON.stringify(report),
        published_at: now.toISOString(),
        published_by: by,
      })
      .where('number', '=', pack.number)
      .where('status', '=', 'draft')
      .where('revision', '=', pack.revision)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n)
      throw new PackRefusal(
        'Somebody changed the pack while it was being published. Nothing was published; look at it and publish again.',
      )
    for (const [id, figure] of figures)
      await store
        .updateTable('pack_item')
        .set({ figure: JSON.stringify(figure) })
        .where('pack', '=', pack.number)
        .where('id', '=', id)
        .execute()
    for (const { format, bytes } of files)
      await store
        .insertInto('pack_file')
        .values({
          pack: pack.number,
          format,
          bytes: Buffer.from(bytes).toString('base64'),
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })
        .execute()
  })
}
