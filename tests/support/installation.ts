import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, inject } from 'vitest'
import { localAnalyst, type Viewer } from '../../shared/access/viewer.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'
import type { Series, SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { readConfig } from '../../server/config.ts'
import { importFile } from '../../server/intake/commit.ts'
import type { ImportOutcome, ImportRequest } from '../../server/intake/importRequest.ts'
import type { PasswordCost } from '../../server/identity/passwordHash.ts'
import { workspaceMemory } from '../../server/disclosure/workspaceMemory.ts'
import { openInstallation, type Installation } from '../../server/installation.ts'
import { metricsReader } from '../../server/metrics/metricsReader.ts'
import { seriesOf } from '../../server/metrics/seriesOf.ts'
import { templateFile, type FeedRow } from '../build/feedRow.ts'
import { createDatabase, postgresMissing } from './postgres.ts'

export type Engine = 'embedded' | 'postgres'

/** An installation in a temporary folder, with what a test does to it. */
export interface TestInstallation {
  readonly installation: Installation
  readonly dataDir: string
  /** Imports rows by the template; the figures are known as at 31 December 2025 unless stated. */
  load(feed: FeedId, rows: readonly FeedRow[], options?: Partial<ImportRequest>): Promise<ImportOutcome>
  loadText(text: string, request: Partial<ImportRequest> & { feed: FeedId }): Promise<ImportOutcome>
  loadFile(path: string, request: Partial<ImportRequest> & { feed: FeedId }): Promise<ImportOutcome>
  ask(query: SeriesQueryInput, viewer?: Viewer): Promise<SeriesResult>
  /** Value by period of the first series. */
  values(query: SeriesQueryInput, viewer?: Viewer): Promise<Record<string, number | null>>
  /** Closes and opens again, as a restart does, with another definition of the partnership where one is given. */
  restart(changed?: Partnership): Promise<void>
  close(): Promise<void>
}

/** Opens an empty installation on either pair of stores. */
export async function openTestInstallation(
  engine: Engine = 'embedded',
  partnership: Partnership = westYorkshire,
  {
    env = {},
    now,
    passwordCost,
  }: { env?: Record<string, string>; now?: () => Date; passwordCost?: PasswordCost } = {},
): Promise<TestInstallation> {
  const empty = inject('emptyInstallation')[engine]
  if (empty === null) throw new Error('there is no PostgreSQL to open an installation on')
  const dataDir = await mkdtemp(join(tmpdir(), 'dashboard-test-'))
  await cp(empty.folder, dataDir, { recursive: true })
  const database = empty.database === null ? null : await createDatabase(empty.database)
  let config = {
    ...readConfig({
      PORT: '0',
      DATA_DIR: dataDir,
      SAMPLE: 'none',
      DATABASE_URL: database?.url,
      // A few rows are not worth dividing among processors.
      RECORDS_PROCESSORS: '1',
      ...env,
    }),
    partnership,
  }
  let installation = await openInstallation(config, { now, passwordCost })
  let reader = readerOf(installation)
  let files = 0
  const loadFile: TestInstallation['loadFile'] = (path, request) =>
    importFile(
      installation,
      {
        path,
        fileName: path.split('/').at(-1) ?? path,
        profile: 'template',
        agency: null,
        mode: 'replace',
        period: null,
        asAt: '2025-12-31',
        confirm: false,
        dryRun: false,
        synthetic: false,
        by: 'test',
        ...request,
      },
      { now: () => new Date('2026-01-15T12:00:00Z') },
    )
  const loadText: TestInstallation['loadText'] = async (text, request) => {
    const path = join(dataDir, `test-${++files}.csv`)
    await writeFile(path, text)
    return loadFile(path, request)
  }
  const ask = (query: SeriesQueryInput, viewer: Viewer = localAnalyst) => seriesOf(reader, query, viewer)
  return {
    get installation() {
      return installation
    },
    dataDir,
    load: (feed, rows, options = {}) => loadText(templateFile(feed, rows), { ...options, feed }),
    loadText,
    loadFile,
    ask,
    values: async (query, viewer) => valuesOf((await ask(query, viewer)).series[0]),
    async restart(changed) {
      await installation.close()
      if (changed) config = { ...config, partnership: changed }
      installation = await openInstallation(config, { now, passwordCost })
      reader = readerOf(installation)
    },
    async close() {
      await installation.close()
      await database?.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Value by period of one series. */
export function valuesOf(series: Series | undefined): Record<string, number | null> {
  return Object.fromEntries((series?.points ?? []).map(({ period, value }) => [period, value]))
}

/** The same tests on the embedded stores and on PostgreSQL; the latter is skipped, and says why, where there is none. */
export function describeOnBothEngines(name: string, tests: (engine: Engine) => void): void {
  describe(`${name} (embedded stores)`, () => tests('embedded'))
  if (postgresMissing === null) describe(`${name} (PostgreSQL)`, () => tests('postgres'))
  else describe.skip(`${name} (PostgreSQL) (skipped: ${postgresMissing})`, () => tests('postgres'))
}

function readerOf({ records, register, partnership, workspace }: Installation) {
  return metricsReader({
    records: records.read,
    register,
    partnership,
    memory: workspaceMemory(workspace),
  })
}
