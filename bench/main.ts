import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildClientIfStale } from '../tasks/clientBuild.ts'
import { openBench } from './benchInstallation.ts'
import { openByHand } from './byHand.ts'
import { coldStart } from './coldStart.ts'
import { countSeries } from './countSeries.ts'
import { writeCrimeFile } from './crimeFile.ts'
import { fillInstallation } from './fillInstallation.ts'
import { importSpeed } from './importSpeed.ts'
import { intakeFormats } from './intakeFormats.ts'
import { judgedSeriesRun } from './judgedSeriesRun.ts'
import { largeRecords } from './largeRecords.ts'
import { duration, table, type Measurement } from './measurement.ts'
import { overview } from './overview.ts'
import { overviewInBrowser } from './overviewInBrowser.ts'
import { packOfThirty } from './packOfThirty.ts'
import { previewSpeed } from './previewSpeed.ts'
import type { SeriesTimes } from './seriesCase.ts'
import { serverUnderImport } from './serverUnderImport.ts'
import { windowedSeries } from './windowedSeries.ts'
import { yardstick } from './yardstick.ts'

const usage = `Usage: npm run bench [-- --quick] [-- --only WORDS]
  --quick        one million rows only: leaves out the ten million
  --only WORDS   only what is announced with these words, such as 'cold start'`

const { quick, only } = readOptions()
const rows = 1_000_000
process.env.NODE_ENV ??= 'production'

/** What each question took, beneath the table: the table shows the worst. */
const details: SeriesTimes[] = []
const measurements: Measurement[] = []
const began = performance.now()
const before = yardstick()
const folder = await mkdtemp(join(tmpdir(), 'dashboard-bench-'))
// Also when it is cut short: the files are large.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => process.exit(code))

await measure()

async function measure(): Promise<void> {
  const file = join(folder, 'crime.csv')
  const dataDir = join(folder, 'data')
  const copy = join(folder, 'copy.duckdb')
  say('preparing the client and the files')
  await buildClientIfStale()
  await writeCrimeFile({ path: file, rows })

  await add('import', () => importSpeed({ folder, file, rows, rounds: 3 }))
  await add('preview', () => previewSpeed({ folder, rows: 350_000, rounds: 3 }))
  say('preparing the installation')
  await fillInstallation({ folder, dataDir, file, rows, copy })

  const installation = await openBench(dataDir)
  const byHand = await openByHand(copy)
  try {
    const context = { installation, byHand, rounds: 15 }
    await add('live counts', () => detailed(countSeries(rows, context)))
    await add('distinct counts and medians', () => detailed(windowedSeries(rows, context)))
    await add('overview', () => overview(rows, { installation, rounds: 7 }))
  } finally {
    byHand.close()
    await installation.close()
  }
  await add('cold start', () => coldStart({ dataDir, rows, rounds: 5 }))
  await add('overview in the browser', () => overviewInBrowser({ dataDir, rounds: 3 }))
  await add('a pack of thirty figures', () => packOfThirty({ dataDir }))
  await add('430 series', () => judgedSeriesRun(7))
  if (!quick) {
    await add('ten million rows', () =>
      largeRecords({ dataDir: join(folder, 'large'), from: dataDir, rounds: 3 }),
    )
  }
  const again = join(folder, 'again.csv')
  await writeCrimeFile({ path: again, rows, later: true })
  await add('reads and memory during an import', () =>
    serverUnderImport({ dataDir, files: [again, file], rows }),
  )
  await add('import by format', () => intakeFormats({ folder, sizes: [20_000, rows] }))
  report()
}

async function detailed(
  found: Promise<{ measurements: Measurement[]; times: SeriesTimes[] }>,
): Promise<Measurement[]> {
  const { measurements: own, times } = await found
  details.push(...times)
  return own
}

/** A measurement that cannot be made is a row that says why, and the others go on. */
async function add(name: string, work: () => Promise<Measurement[]>): Promise<void> {
  if (!name.includes(only)) return
  say(name)
  try {
    const found = await work()
    measurements.push(...found)
    // What was measured is not lost when the rest is cut short.
    for (const { what, result } of found) console.error(`          ${what}: ${result}`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    measurements.push({ what: name, result: `could not be measured: ${why}`, target: null, met: false })
  }
}

function readOptions(): { quick: boolean; only: string } {
  try {
    const { values } = parseArgs({
      options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
    })
    return values
  } catch {
    console.error(usage)
    process.exit(2)
  }
}

function say(what: string): void {
  console.error(`${duration(performance.now() - began).padStart(8)}  ${what} …`)
}

function report(): void {
  const missed = measurements.filter(({ met }) => met === false).length
  const machine = `${cpus().length} processors (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
  console.log(`\n${table(measurements)}\n`)
  console.log('Each question against the same SQL by hand:')
  for (const { name, ours, byHand } of details)
    console.log(`  ${name}: ${duration(ours)} against ${duration(byHand)}`)
  console.log(`\n${machine}; ${duration(performance.now() - began)} in all.`)
  console.log(`Before, ${before}; after, ${yardstick()}.`)
  console.log(
    missed === 0 ? 'Every target is reached.' : `${missed} of ${measurements.length} rows miss their target.`,
  )
}
