import type { Role } from './viewer.ts'

/**
 * What a role may do. Every procedure and route of the server names one of these, or says who else may ask.
 * `figures`: read published or protected figures; `questions`: prepare scrutiny questions; `data`: files, live figures,
 * annotations, editions; `people`: accounts, policy, audit, data protection; `own`: one's own account.
 */
export type Permission = 'own' | 'figures' | 'questions' | 'data' | 'people'

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['own', 'figures'],
  scrutiny: ['own', 'figures', 'questions'],
  analyst: ['own', 'figures', 'questions', 'data'],
  administrator: ['own', 'figures', 'questions', 'people'],
}

/** Whether someone of this role may do it. The one place that says so, for server and page alike. */
export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission)
}
