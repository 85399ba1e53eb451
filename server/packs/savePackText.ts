import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { introduction } from '../../shared/packs/pack.ts'
import type { RichText } from '../../shared/report/richText.ts'
import { changePack } from './changePack.ts'
import { PackRefusal } from './packRefusal.ts'

export interface PackTextSaving {
  readonly pack: number
  readonly place: string
  readonly value: RichText
  /** The version it was written over; 0 where nothing was there. */
  readonly version: number
  readonly by: string
  readonly now: Date
}

export type PackTextSaved =
  | { readonly saved: true; readonly version: number }
  | {
      readonly saved: false
      readonly theirs: { readonly value: RichText; readonly version: number; readonly by: string }
    }

/**
 * Saves a text of a draft if it was written over what is held; else nothing is changed and the answer is what is held.
 * Throws PackRefusal where the pack has been published, or the figure taken out.
 */
export function savePackText(
  workspace: Workspace,
  { pack, place, value, version, by, now }: PackTextSaving,
): Promise<PackTextSaved> {
  return changePack(workspace, pack, async (store): Promise<PackTextSaved> => {
    if (place !== introduction) {
      const item = await store
        .selectFrom('pack_item')
        .select('id')
        .where('pack', '=', pack)
        .where('id', '=', place)
        .executeTakeFirst()
      if (!item) throw new PackRefusal('The figure of this commentary has been taken out of the pack.')
    }
    const written = {
      value: JSON.stringify(value),
      version: version + 1,
      written_at: now.toISOString(),
      written_by: by,
    }
    const changed =
      version === 0
        ? await store
            .insertInto('pack_text')
            .values({ pack, place, ...written })
            .onConflict((conflict) => conflict.columns(['pack', 'place']).doNothing())
            .executeTakeFirst()
        : await store
            .updateTable('pack_text')
            .set(written)
            .where('pack', '=', pack)
            .where('place', '=', place)
            .where('version', '=', version)
            .executeTakeFirst()
    const rows = 'numUpdatedRows' in changed ? changed.numUpdatedRows : changed.numInsertedOrUpdatedRows
    if (rows === 1n) return { saved: true, version: version + 1 }
    const held = await store
      .selectFrom('pack_text')
      .select(['value', 'version', 'written_by'])
      .where('pack', '=', pack)
      .where('place', '=', place)
      .executeTakeFirst()
    return {
      saved: false,
      theirs: held
        ? { value: JSON.parse(held.value) as RichText, version: Number(held.version), by: held.written_by }
        : { value: [], version: 0, by: '' },
    }
  })
}
