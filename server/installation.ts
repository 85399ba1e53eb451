import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openRecords } from '../db/records/openRecords.ts'
import type { Records } from '../db/records/records.ts'
import { openWorkspace, type Workspace } from '../db/workspace/openWorkspace.ts'
import { feeds } from '../shared/feeds/feeds.ts'
import type { Partnership } from '../shared/partnership/partnership.ts'
import { openPages, type OpenPages } from './openPages.ts'
import { openAuditLog, type AuditLog } from './audit/auditLog.ts'
import type { Config } from './config.ts'
import { openIdentity, type Identity } from './identity/identity.ts'
import { usualCost, type PasswordCost } from './identity/passwordHash.ts'
import { databaseRefusal } from './databaseRefusal.ts'
import { openArchive, type Archive } from './intake/archive.ts'
import { openUploads, type Uploads } from './intake/uploads/uploads.ts'
import { matchDataFolder } from './matchDataFolder.ts'
import { ownDataDir } from './ownDataDir.ts'
import { replay } from './submissions/replay.ts'
import { openRegister, type Register } from './submissions/register.ts'

/** Everything that one running dashboard holds open. */
export interface Installation {
  readonly config: Config
  readonly partnership: Partnership
  readonly workspace: Workspace
  readonly records: Records
  readonly archive: Archive
  /** Files sent by the page that wait to be committed. */
  readonly uploads: Uploads
  readonly register: Register
  /** Turns references into keyed hashes; never leaves the installation. */
  readonly pseudonymKey: Buffer
  readonly identity: Identity
  readonly audit: AuditLog
  /** Tells open pages what else changed. */
  readonly openPages: OpenPages
  /** The clock of everything that notes when. */
  readonly now: () => Date
  close(): Promise<void>
}

/** What an installation takes from outside its settings. */
interface Given {
  readonly now?: (() => Date) | undefined
  readonly passwordCost?: PasswordCost | undefined
}

/**
 * Takes the data folder, brings the stores up to date and finishes what a crash left half done.
 * Throws DataDirInUse when another process runs on the folder.
 */
export async function openInstallation(
  config: Config,
  { now = () => new Date(), passwordCost = usualCost }: Given = {},
): Promise<Installation> {
  const owner = ownDataDir(config.dataDir)
  // What is open, newest last: closed in the opposite order, also when a later step fails.
  const open: (() => unknown)[] = [() => owner.release()]
  const close = async () => {
    for (const step of open.splice(0).toReversed()) await step()
  }
  try {
    const archive = await openArchive(config.dataDir)
    const workspace = await openWorkspace(
      config.databaseUrl ?? join(config.dataDir, 'workspace.sqlite'),
    ).catch((error: unknown) => {
      throw databaseRefusal(error) ?? error
    })
    open.push(() => workspace.destroy())
    await matchDataFolder(workspace, config.dataDir)
    const records = await openRecords(
      config.databaseUrl ?? join(config.dataDir, 'records.duckdb'),
      feeds,
      config.recordsProcessors ?? availableParallelism(),
    )
    open.push(() => records.close())
    await replay({ workspace, records, archive })
    const register = await openRegister(workspace)
    const audit = openAuditLog(workspace, { dataDir: config.dataDir, now })
    const identity = openIdentity({
      workspace,
      audit,
      key: config.identityKey ?? readKey(config.dataDir, 'identity.key'),
      limits: config.session,
      oidc: config.oidc,
      passwordCost,
      now,
    })
    const uploads = openUploads({ archive, limits: config.limits })
    open.push(() => uploads.close())
    return {
      config,
      partnership: config.partnership,
      workspace,
      records,
      archive,
      uploads,
      register,
      pseudonymKey: readKey(config.dataDir, 'pseudonym.key'),
      identity,
      audit,
      openPages: openPages(now()),
      now,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A key of the installation, made on the first start and kept beside the data. */
function readKey(dataDir: string, name: 'pseudonym.key' | 'identity.key'): Buffer {
  const folder = join(dataDir, 'keys')
  const path = join(folder, name)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flush: true })
  }
  return Buffer.from(readFileSync(path, 'utf8'), 'base64')
}
