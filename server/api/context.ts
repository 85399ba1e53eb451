import type { Viewer } from '../../shared/access/viewer.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { Actor } from '../access/actor.ts'
import type { NoteViewed } from '../audit/viewedFigures.ts'
import type { Installation } from '../installation.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import type { Register } from '../submissions/register.ts'

/** What every procedure is given: who asks, if anyone is signed in, and what answers. */
export interface OpenContext {
  readonly actor: Actor | null
  readonly installation: Installation
  readonly partnership: Partnership
  readonly register: Register
  readonly metrics: MetricsReader
  readonly noteViewed: NoteViewed
  /** Whether the sample may be tried from where this was asked. */
  readonly sampleOpen: boolean
}

/** The same for someone who is signed in and may ask this. */
export interface Context extends OpenContext {
  readonly actor: Actor
  readonly viewer: Viewer
}
