import { basename } from 'node:path'
import { userInfo } from 'node:os'
import { feeds, findFeed } from '../../shared/feeds/feeds.ts'
import { forceWide, notPlaced } from '../../shared/partnership/partnership.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { ConfigError, readConfig } from '../config.ts'
import type { ImportResult } from '../intake/importResult.ts'
import type { ImportQuery } from '../intake/importRoute.ts'
import { receiptText } from '../intake/receipt.ts'
import { DataDirInUse } from '../ownDataDir.ts'
import { importUsage, readImportArguments } from './importArguments.ts'
import type { ImportArguments } from './importArguments.ts'
import { openImporter } from './importClient.ts'
import { ProgressBar } from './progressBar.ts'

const exitCodes = { committed: 0, identical: 0, dryRun: 0, needsConfirmation: 3 } as const
const cancelledCode = 130

process.exitCode = await main(process.argv.slice(2))

/** Imports files one after the other; stops at the first that is not taken. */
async function main(args: readonly string[]): Promise<number> {
  const asked = readImportArguments(args)
  if (typeof asked === 'string') return complain(`${asked}\n\n${importUsage}`, 2)
  const feed = findFeed(asked.feed)
  if (feed === null) {
    return complain(
      `There is no feed ‘${asked.feed}’. The feeds are: ${feeds.map(({ id }) => id).join(', ')}.`,
      1,
    )
  }
  const cancel = new AbortController()
  const stop = () => cancel.abort(new Error('cancelled'))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await importAll(asked, { ...queryOf(asked), feed: feed.id }, cancel.signal)
  } catch (error) {
    if (cancel.signal.aborted) return complain('Cancelled: nothing of this file was stored.', cancelledCode)
    if (error instanceof ConfigError || error instanceof DataDirInUse) return complain(error.message, 1)
    throw error
  } finally {
    process.removeListener('SIGINT', stop)
    process.removeListener('SIGTERM', stop)
  }
}

function queryOf({
  profile,
  sheet,
  headerRow,
  agency,
  mode,
  period,
  asAt,
  confirm,
  dryRun,
  reason,
}: ImportArguments): Omit<ImportQuery, 'feed' | 'fileName'> & { fileName: '' } {
  return {
    fileName: '',
    profile,
    sheet,
    headerRow,
    agency,
    mode,
    period,
    asAt,
    confirm,
    dryRun,
    by: userInfo().username,
    reason,
  }
}

async function importAll(
  { files, json }: ImportArguments,
  query: ImportQuery,
  signal: AbortSignal,
): Promise<number> {
  const config = readConfig(process.env)
  const importer = await openImporter(config)
  const bar = new ProgressBar(process.stderr)
  try {
    for (const [index, path] of files.entries()) {
      const fileName = basename(path)
      const onProgress = (progress: Parameters<ProgressBar['show']>[1]) => bar.show(fileName, progress)
      const result = await importer
        .take(path, { ...query, fileName }, { onProgress, signal })
        .finally(() => bar.clear())
      print(result, { json, partnership: config.partnership })
      const code = codeOf(result)
      const left = files.length - index - 1
      if (code !== 0)
        return left > 0
          ? complain(`Stopped there: ${left} more ${left === 1 ? 'file was' : 'files were'} not tried.`, code)
          : code
    }
    return 0
  } finally {
    await importer.close()
  }
}

function codeOf(result: ImportResult): number {
  return result.kind === 'refused' ? 1 : exitCodes[result.receipt.outcome]
}

function print(
  result: ImportResult,
  { json, partnership }: { json: boolean; partnership: Partnership },
): void {
  if (json) {
    const line =
      result.kind === 'refused'
        ? { file: result.file, outcome: 'refused', message: result.sentence }
        : result.receipt
    process.stdout.write(`${JSON.stringify(line)}\n`)
  } else if (result.kind === 'receipt')
    process.stdout.write(receiptText(result.receipt, (area) => placeName(area, partnership)))
  if (result.kind === 'refused') process.stderr.write(`Refused, nothing was stored. ${result.sentence}\n`)
}

function placeName(area: string, { areas, areaName }: Partnership): string {
  if (area === notPlaced) return 'Not placed'
  if (area === forceWide) return areaName
  return areas.find(({ code }) => code === area)?.name ?? area
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
