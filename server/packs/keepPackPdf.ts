import { createHash } from 'node:crypto'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { PackMark } from '../../shared/packs/pack.ts'
import { PackRefusal } from './packRefusal.ts'

/**
 * Keeps the first PDF that was printed of a published pack, for good: what has once been handed out is handed out again.
 * Whether it was kept; false where one is held already. Throws PackRefusal for a draft and for what is no PDF.
 */
export async function keepPackPdf(
  workspace: Workspace,
  { number, status }: PackMark,
  bytes: Buffer,
): Promise<boolean> {
  if (status !== 'published') throw new PackRefusal('Only the PDF of a published pack is kept.')
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw new PackRefusal('This is not a PDF.')
  const { numInsertedOrUpdatedRows } = await workspace
    .insertInto('pack_file')
    .values({
      pack: number,
      format: 'pdf',
      bytes: bytes.toString('base64'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    .onConflict((conflict) => conflict.columns(['pack', 'format']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
