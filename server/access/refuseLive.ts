import { may } from '../../shared/access/permission.ts'
import type { Viewer } from '../../shared/access/viewer.ts'
import { anyEdition } from '../editions/editionStore.ts'
import type { Installation } from '../installation.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'

/**
 * Live figures are for those who work with the data. Everybody else reads the editions, and live figures, small counts
 * protected, only until the first has been published. Throws QueryRefusal.
 */
export async function refuseLive(
  { workspace, register }: Pick<Installation, 'workspace' | 'register'>,
  { role }: Viewer,
): Promise<void> {
  if (may(role, 'data')) return
  const synthetic = register.all().every((submission) => submission.synthetic)
  if (await anyEdition(workspace, { synthetic }))
    throw new QueryRefusal(
      'Live figures need analyst access. What has been published is under Editions.',
      'needsAccess',
    )
}
