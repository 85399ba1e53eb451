import { join } from 'node:path'
import { readAnchor } from '../audit/auditAnchor.ts'
import { verifyAudit } from '../audit/verifyAudit.ts'
import { openWorkspace } from '../../db/workspace/openWorkspace.ts'
import { ConfigError, readConfig } from '../config.ts'

process.exit(await main())

/** Checks the audit log's chain of hashes, also while the dashboard runs: 0 whole, 1 not. */
async function main(): Promise<number> {
  try {
    const { dataDir, databaseUrl } = readConfig(process.env)
    const workspace = await openWorkspace(databaseUrl ?? join(dataDir, 'workspace.sqlite'))
    try {
      // Read before the log, so that an event written meanwhile is not missed.
      const { events, head, problems } = await verifyAudit(workspace, readAnchor(dataDir))
      for (const problem of problems) process.stderr.write(`${problem}\n`)
      const newest = head ? ` Newest: event ${head.number}, ${head.hash}.` : ''
      process.stdout.write(
        problems.length === 0
          ? `${events} events, the chain is whole.${newest}\n`
          : `${events} events, and ${problems.length} places where the log is not as it was written.\n`,
      )
      return problems.length === 0 ? 0 : 1
    } finally {
      await workspace.destroy()
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
