import { localAnalyst, type Viewer } from '../../shared/access/viewer.ts'

/** Who does something: the viewer they read as, and what the audit log notes of them. */
export interface Actor {
  readonly viewer: Viewer
  /** Null for the command line and for sample sign-ins. */
  readonly account: string | null
  readonly email: string | null
  /** The session's id; null for the command line. */
  readonly session: string | null
  readonly sample: boolean
  /** The network address; `local` for the command line. */
  readonly address: string
}

/** Whoever holds the token in the data folder: the command line on this machine. */
export const commandLineActor: Actor = {
  viewer: localAnalyst,
  account: null,
  email: null,
  session: null,
  sample: false,
  address: 'local',
}
