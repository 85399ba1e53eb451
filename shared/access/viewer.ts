import type { FeedId } from '../feeds/feed.ts'

export const roles = ['viewer', 'scrutiny', 'analyst', 'administrator'] as const

/** What a signed-in person does: read published figures, prepare questions, work with the data, run the installation. */
export type Role = (typeof roles)[number]

/**
 * Who is asking. Every read takes one, from the command line as from the browser.
 * `areas` and `feeds` limit what may be asked for; `disclosure` says whether small counts are protected.
 */
export interface Viewer {
  readonly name: string
  readonly role: Role
  readonly areas: 'all' | readonly string[]
  readonly feeds: 'all' | readonly FeedId[]
  readonly disclosure: 'protected' | 'unprotected'
  /** Where the figures go, which the policy may hold to its own level; the screen unless stated. */
  readonly output?: 'screen' | 'export'
}

/** The analyst at the machine itself: command line and server-side jobs. */
export const localAnalyst: Viewer = {
  name: 'local analyst',
  role: 'analyst',
  areas: 'all',
  feeds: 'all',
  disclosure: 'unprotected',
}

/** What an account's own level comes to in its role: viewers and scrutiny never see unprotected figures. */
export function disclosureIn(role: Role, wanted: Viewer['disclosure']): Viewer['disclosure'] {
  return role === 'analyst' || role === 'administrator' ? wanted : 'protected'
}
