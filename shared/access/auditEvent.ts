/** What the audit log notes, and the words it is shown in. */
export const auditEvents = {
  'signIn.succeeded': 'Signed in',
  'signIn.failed': 'Sign-in failed',
  'signIn.blocked': 'Sign-in blocked after failures',
  'signIn.sample': 'Signed in to the sample',
  'signIn.ended': 'Signed out',
  'session.revoked': 'Session ended by its owner or an administrator',
  'access.refused': 'Asked for what the role does not allow',
  'figures.viewed': 'Viewed unprotected figures',
  'figures.exported': 'Exported figures',
  'data.imported': 'Imported a file',
  'data.edited': 'Changed data',
  'annotation.changed': 'Changed a note beside the figures',
  'view.changed': 'Saved or forgot a view of their own',
  'edition.published': 'Published',
  'pack.changed': 'Made or changed a meeting pack',
  'pack.published': 'Published a meeting pack',
  'pack.downloaded': 'Downloaded a meeting pack',
  'suggestion.decided': 'Set a suggested question aside, or took it up again',
  'scrutiny.changed': 'Changed a question, promise, recommendation or briefing',
  'scrutiny.exported': 'Exported questions or a briefing',
  'account.invited': 'Invited a person',
  'account.joined': 'Joined by invitation',
  'account.changed': 'Changed an account',
  'account.disabled': 'Disabled an account',
  'account.enabled': 'Enabled an account',
  'account.reset': 'Made a link for a new password',
  'password.changed': 'Changed their password',
  'token.made': 'Made a token for programs',
  'token.revoked': 'Revoked a token',
  'secondFactor.changed': 'Changed their second factor',
  'policy.changed': 'Changed policy',
  'submission.undone': 'Undid a submission',
  'submission.erased': 'Erased a submission',
  'original.destroyed': 'Destroyed an original file’s key',
  'audit.exported': 'Exported the audit log',
  'audit.pruned': 'Removed audit events past their retention',
} as const

export type AuditEventName = keyof typeof auditEvents

/** Whether a text names an event that the log knows. */
export function isAuditEventName(text: string): text is AuditEventName {
  return Object.hasOwn(auditEvents, text)
}
