/** What a signed-in person does: read published figures, prepare questions, work with the data, run the installation. */
export type Role = 'viewer' | 'scrutiny' | 'analyst' | 'administrator'

/**
 * Who is asking. Every read takes one, from the command line as from the browser.
 * `areas` limits what may be asked for ('all' or area codes); `disclosure` says whether small counts are protected.
 */
export interface Viewer {
  readonly name: string
  readonly role: Role
  readonly areas: 'all' | readonly string[]
  readonly disclosure: 'protected' | 'unprotected'
}

/** The analyst at the machine itself: command line and server-side jobs. */
export const localAnalyst: Viewer = {
  name: 'local analyst',
  role: 'analyst',
  areas: 'all',
  disclosure: 'unprotected',
}
