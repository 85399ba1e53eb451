import type { OpenContext } from '../../server/api/context.ts'
import { viewedFigures } from '../../server/audit/viewedFigures.ts'
import type { Installation } from '../../server/installation.ts'
import { metricsReader } from '../../server/metrics/metricsReader.ts'
import { localAnalyst, type Viewer } from '../../shared/access/viewer.ts'

/** What a procedure is given when this viewer asks, without a web server between. */
export function contextAs(
  installation: Installation,
  viewer: Viewer = localAnalyst,
  account: string | null = null,
): OpenContext {
  const { records, register, partnership, audit, now } = installation
  return {
    actor: { viewer, account, email: null, session: null, sample: false, address: 'local' },
    installation,
    partnership,
    register,
    metrics: metricsReader({ records: records.read, register, partnership }),
    noteViewed: viewedFigures(audit, { now }),
    sampleOpen: false,
  }
}
