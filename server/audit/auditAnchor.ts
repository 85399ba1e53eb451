import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const anchorSchema = z.object({ number: z.int().min(0), hash: z.string().length(64) })

/** The newest event, noted outside the store: without it, events cut off at the end would not be missed. */
export type AuditAnchor = z.infer<typeof anchorSchema>

/** Notes the newest event beside the store; the rename makes it whole or as it was. */
export function writeAnchor(dataDir: string, anchor: AuditAnchor): void {
  const path = join(dataDir, 'audit-head.json')
  writeFileSync(`${path}.new`, JSON.stringify(anchor), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** The event noted last; null when none was, as in a restored copy without it. */
export function readAnchor(dataDir: string): AuditAnchor | null {
  try {
    return anchorSchema.parse(JSON.parse(readFileSync(join(dataDir, 'audit-head.json'), 'utf8')))
  } catch {
    return null
  }
}
