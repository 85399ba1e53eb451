import { basename } from 'node:path'
import { readConfig } from '../server/config.ts'
import { openInstallation, type Installation } from '../server/installation.ts'
import { importFile } from '../server/intake/commit.ts'
import type { ImportOutcome, ImportRequest } from '../server/intake/importRequest.ts'
import { metricsReader, type MetricsReader } from '../server/metrics/metricsReader.ts'
import type { FeedId } from '../shared/feeds/feed.ts'

/** The day on which everything is taken in, so that the same files give the same statuses whenever it runs. */
const now = () => new Date('2026-11-21T12:00:00Z')

/** Opens the embedded stores in a folder, empty or as they were left. */
export function openBench(dataDir: string): Promise<Installation> {
  return openInstallation(readConfig({ PORT: '0', DATA_DIR: dataDir, SAMPLE: 'none' }))
}

/** Imports a template file as the command line does; throws unless it was committed. */
export async function importBench(
  installation: Installation,
  request: Partial<ImportRequest> & { readonly path: string; readonly feed: FeedId },
): Promise<ImportOutcome> {
  const outcome = await importFile(
    installation,
    {
      fileName: basename(request.path),
      profile: 'template',
      agency: null,
      mode: 'replace',
      period: null,
      asAt: '2026-11-12',
      confirm: true,
      dryRun: false,
      synthetic: false,
      by: 'bench',
      ...request,
    },
    { now },
  )
  if (outcome.kind !== 'committed') throw new Error(`${request.path} was not committed: ${outcome.kind}`)
  return outcome
}

/** A reader that remembers nothing yet, as after a commit. */
export function freshReader({ records, register, partnership }: Installation): MetricsReader {
  return metricsReader({ records: records.read, register, partnership })
}
