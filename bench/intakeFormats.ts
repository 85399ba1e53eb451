import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { writeCrimeFile } from './crimeFile.ts'
import type { ImportedOnce } from './importOnce.ts'
import { duration, type Measurement } from './measurement.ts'
import { writeOds, writeXls, writeXlsx } from './workbookFile.ts'

const run = promisify(execFile)

/** The columns of the crime file that a partner's list commonly has. */
const kept = ['crime_ref', 'recorded_date', 'area', 'kind', 'offence_code', 'domestic_abuse', 'victim_ref']

const formats = [
  { name: 'CSV', ending: 'csv', most: Infinity, write: null },
  { name: 'XLSX', ending: 'xlsx', most: 1_048_575, write: writeXlsx },
  { name: 'ODS', ending: 'ods', most: 1_048_575, write: writeOds },
  { name: 'XLS', ending: 'xls', most: 65_535, write: writeXls },
] as const

/** Import of the same seven columns in every format, each in a process of its own: rows a second and peak memory. */
export async function intakeFormats(request: {
  readonly folder: string
  readonly sizes: readonly number[]
}): Promise<Measurement[]> {
  const { folder, sizes } = request
  const found: Measurement[] = []
  for (const rows of sizes) {
    const whole = join(folder, 'formats.whole.csv')
    await writeCrimeFile({ path: whole, rows })
    for (const { name, ending, most, write } of formats) {
      const what = `import as ${name}, ${rows.toLocaleString('en-GB')} rows of ${kept.length} columns`
      if (rows > most) {
        found.push({
          what,
          result: `the format holds ${most.toLocaleString('en-GB')} rows`,
          target: null,
          met: null,
        })
        continue
      }
      const path = join(folder, `formats.${ending}`)
      if (write === null) await writeCsv(path, columnsOf(whole))
      else await write(path, columnsOf(whole))
      const { size } = await stat(path)
      found.push({ what, result: await measured({ path, folder, rows, size }), target: null, met: null })
      await rm(path)
    }
    await rm(whole)
  }
  return found
}

interface Measuring {
  readonly path: string
  readonly folder: string
  readonly rows: number
  readonly size: number
}

async function measured({ path, folder, rows, size }: Measuring): Promise<string> {
  const dataDir = join(folder, 'formats-data')
  const file = `file ${megabytes(size)}`
  try {
    const { stdout } = await run(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      new URL('./importOnce.ts', import.meta.url).pathname,
      path,
      dataDir,
    ])
    const { ms, accepted, peak } = JSON.parse(stdout) as ImportedOnce
    if (accepted !== rows) throw new Error(`accepted ${accepted} of ${rows} rows`)
    const speed = Math.round((rows / ms) * 1000).toLocaleString('en-GB')
    return `${speed} rows/s (${duration(ms)}), peak ${megabytes(peak)} (${file})`
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const said = /(?:IntakeRefusal|Error): (.*)/.exec(text)?.[1] ?? text
    return `not taken (${file}): ${said.slice(0, 160)}`
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The kept columns of a file without quoting, the header first. */
async function* columnsOf(path: string): AsyncGenerator<string[]> {
  let places: number[] | null = null
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const cells = line.split(',')
    places ??= kept.map((name) => cells.indexOf(name))
    yield places.map((place) => cells[place] ?? '')
  }
}

async function writeCsv(path: string, rows: AsyncIterable<readonly string[]>): Promise<void> {
  await writeFile(
    path,
    (async function* () {
      for await (const cells of rows) yield `${cells.join(',')}\n`
    })(),
  )
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB`
}
