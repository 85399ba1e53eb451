import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAttendance } from '../server/sample/attendanceSample.ts'
import { writeIntelligence } from '../server/sample/intelligenceSample.ts'
import { writeReferrals } from '../server/sample/nrmSample.ts'
import { writeReturns } from '../server/sample/returnsSample.ts'
import { sampleToday } from '../server/sample/sampleSpan.ts'
import { importBench, openBench } from './benchInstallation.ts'
import { writeCrimeFile } from './crimeFile.ts'

const monthsAgain = '2025-08'

/**
 * Makes a folder hold what a partnership holds: the crime file, a later extract of its last fifteen months, and every
 * other feed as the sample has it. The stores are closed again; `copy` gets the records as they then lie on disk.
 */
export async function fillInstallation(request: {
  readonly folder: string
  readonly dataDir: string
  readonly file: string
  readonly rows: number
  readonly copy: string
}): Promise<void> {
  const { folder, dataDir, file, rows, copy } = request
  const samples = join(folder, 'sample')
  await mkdir(samples, { recursive: true })
  const options = { folder: samples, seed: 1, today: sampleToday }
  const others = [
    ...writeIntelligence(options),
    ...writeReferrals(options),
    ...writeAttendance(options),
    ...writeReturns(options),
  ]
  const later = join(folder, 'later.csv')
  await writeCrimeFile({ path: later, rows, from: monthsAgain, later: true })
  const installation = await openBench(dataDir)
  const agency = 'West Yorkshire Police'
  await importBench(installation, { path: file, feed: 'crime', agency, asAt: '2026-11-02' })
  await importBench(installation, { path: later, feed: 'crime', agency })
  for (const { file: path, feed, from, to, ...sent } of others.toSorted((a, b) =>
    a.asAt.localeCompare(b.asAt),
  )) {
    await importBench(installation, { path, feed, period: { from, to }, ...sent })
  }
  await installation.close()
  await copyFile(join(dataDir, 'records.duckdb'), copy)
}
