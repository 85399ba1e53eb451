import type { Actor } from '../access/actor.ts'
import type { AuditLog } from './auditLog.ts'

const quietMinutes = 15
const mostRemembered = 10_000

/**
 * Notes that someone read unprotected figures: once per session and subject in a quarter of an hour, since a page
 * asks again whenever a filter moves.
 */
export function viewedFigures(audit: AuditLog, { now }: { readonly now: () => Date }) {
  const noted = new Map<string, number>()
  return async (actor: Actor, subject: string): Promise<void> => {
    if (actor.viewer.disclosure === 'protected') return
    const key = `${actor.session ?? actor.address} ${subject}`
    const last = noted.get(key)
    if (last !== undefined && now().getTime() - last < quietMinutes * 60_000) return
    noted.delete(key)
    noted.set(key, now().getTime())
    const oldest = noted.size > mostRemembered ? noted.keys().next().value : undefined
    if (oldest !== undefined) noted.delete(oldest)
    await audit.record({ event: 'figures.viewed', by: actor, subject })
  }
}

export type NoteViewed = ReturnType<typeof viewedFigures>
