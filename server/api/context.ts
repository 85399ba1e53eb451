import type { Viewer } from '../../shared/access/viewer.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import type { Register } from '../submissions/register.ts'

/** What a procedure is given: who asks, and readers that cannot write. */
export interface Context {
  readonly viewer: Viewer
  readonly partnership: Partnership
  readonly register: Register
  readonly metrics: MetricsReader
}
