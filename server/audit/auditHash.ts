import { createHash } from 'node:crypto'
import type { AuditEventTable } from '../../db/workspace/auditTables.ts'

/** What stands before the first event. */
export const chainStart = '0'.repeat(64)

/** The hash that binds an event to the one before it: SHA-256 over a fixed order of every column. */
export function auditHash(event: Omit<AuditEventTable, 'hash'>): string {
  const {
    previous_hash,
    number,
    at,
    event: name,
    account,
    who,
    role,
    subject,
    detail,
    address,
    session,
  } = event
  const text = JSON.stringify([
    previous_hash,
    number,
    at,
    name,
    account,
    who,
    role,
    subject,
    detail,
    address,
    session,
  ])
  return createHash('sha256').update(text).digest('hex')
}
