import type { Viewer } from '../../shared/access/viewer.ts'
import type { ProtectedRole } from '../../shared/partnership/partnership.ts'
import { ConfigError, readConfig } from '../config.ts'
import { auditReader, type GroupAudit } from '../disclosure/audit/auditReader.ts'
import { workspaceMemory } from '../disclosure/workspaceMemory.ts'
import { openInstallation, type Installation } from '../installation.ts'
import { metricsReader } from '../metrics/metricsReader.ts'
import { DataDirInUse } from '../ownDataDir.ts'
import { loadSampleIfEmpty } from '../sample/loadSample.ts'

const roles: readonly ProtectedRole[] = ['viewer', 'scrutiny']

process.exit(await main())

/** Tries to work out every hidden cell from all that each protected role can obtain: 0 when none can be, 1 otherwise. */
async function main(): Promise<number> {
  try {
    const installation = await openInstallation(readConfig(process.env))
    try {
      await loadSampleIfEmpty(installation, { say })
      let isSafe = true
      for (const role of roles) isSafe = (await audit(installation, role)) && isSafe
      return isSafe ? 0 : 1
    } finally {
      await installation.close()
    }
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof DataDirInUse)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function audit(installation: Installation, role: ProtectedRole): Promise<boolean> {
  const { records, register, partnership, workspace } = installation
  // Nobody is given what an audit reads.
  const memory = { ...workspaceMemory(workspace), remember: async () => {} }
  const reader = metricsReader({ records: records.read, register, partnership, memory })
  const viewer: Viewer = {
    name: `${role} (audit)`,
    role,
    areas: 'all',
    feeds: 'all',
    disclosure: 'protected',
  }
  const most = partnership.disclosure.mostHidden ?? 0.2
  say(`Figures for ${role}, at submission ${register.position()}:`)
  const groups = await auditReader(reader, viewer, { told: (group) => tell(group, most) })
  const tables = groups.flatMap((group) => group.tables)
  const worst = Math.max(0, ...tables.map(shareHidden))
  const over = tables.filter((table) => shareHidden(table) > most).length
  const worked = sum(groups.map(({ determined }) => determined.length))
  const small = sum(groups.map((group) => group.small.length))
  say(
    `${role}: ${sum(groups.map(({ hidden }) => hidden))} hidden cells in ${tables.length} tables, ` +
      `${worked} of them can be worked out; ${small} small numbers are shown; ` +
      `at most ${percent(worst)} of a table is hidden, more than ${percent(most)} in ${over}.\n`,
  )
  return worked + small + over === 0
}

function tell({ tables, determined, small }: GroupAudit, most: number): void {
  for (const table of tables) {
    const note = shareHidden(table) > most ? '  MORE THAN ALLOWED' : ''
    if (table.published === 0) say(`  ${table.table}: not published`)
    else
      say(
        `  ${table.table}: ${table.hidden} of ${table.published} hidden (${percent(shareHidden(table))})${note}`,
      )
  }
  for (const name of determined) say(`  CAN BE WORKED OUT: ${name}`)
  for (const name of small) say(`  SMALL AND SHOWN: ${name}`)
}

function shareHidden({ hidden, published }: GroupAudit['tables'][number]): number {
  return published === 0 ? 0 : hidden / published
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
