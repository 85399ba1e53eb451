import type { Viewer } from '../../shared/access/viewer.ts'
import type { Installation } from '../installation.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import type { Register } from '../submissions/register.ts'

/** What a procedure is given: who asks, what answers, and the installation for those that change something. */
export interface Context {
  readonly viewer: Viewer
  readonly installation: Installation
  readonly partnership: Partnership
  readonly register: Register
  readonly metrics: MetricsReader
}
