import { writeSync } from 'node:fs'
import { basename } from 'node:path'
import { openInstallation } from '../../server/installation.ts'
import { importFile } from '../../server/intake/commit.ts'
import { soakConfig } from './soakConfig.ts'
import type { PlannedImport } from './heldRows.ts'

/** What the soak tells a process of its own to do; without a file it only opens the stores, as a start does. */
export interface ImportOrder {
  readonly dataDir: string
  readonly file: {
    readonly path: string
    readonly mode: 'replace' | 'amend'
    readonly period: PlannedImport['period']
  } | null
}

const { dataDir, file } = JSON.parse(process.argv[2] ?? '') as ImportOrder
const installation = await openInstallation(soakConfig(dataDir))
if (file) {
  const outcome = await importFile(
    installation,
    {
      path: file.path,
      fileName: basename(file.path),
      feed: 'crime',
      profile: 'template',
      agency: 'West Yorkshire Police',
      mode: file.mode,
      period: file.period,
      asAt: '2025-12-31',
      confirm: true,
      dryRun: false,
      synthetic: false,
      by: 'soak',
    },
    { now: () => new Date('2026-01-15T12:00:00Z') },
  )
  if (outcome.kind !== 'committed') throw new Error(`not committed: ${outcome.kind}`)
  // At once and whole: from here on the sender has been told that it is held.
  writeSync(1, JSON.stringify({ acknowledged: outcome.submission }))
}
await installation.close()
