import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config.ts'
import { IntakeRefusal } from '../intake/intakeRefusal.ts'
import { readPopulation } from '../intake/readPopulation.ts'
import { storePopulation } from '../populations.ts'

const usage = `Usage: npm run --silent population -- [--release YYYY-MM-DD] FILE

Takes the ONS mid-year population estimates (.xlsx) as a new release for the partnership's rates.
  --release   the day of the release (default: the date on the cover)

Exit code: 0 stored, 1 refused and nothing stored, 2 usage.`

process.exitCode = main(process.argv.slice(2))

function main(args: readonly string[]): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { release: { type: 'string' } },
    })
    const [path] = positionals
    const { release = null } = values
    if (path === undefined || positionals.length > 1) return complain(usage, 2)
    if (release !== null && !/^\d{4}-\d{2}-\d{2}$/.test(release))
      return complain(`--release is a day written YYYY-MM-DD, not ‘${release}’.`, 2)
    const config = readConfig(process.env)
    const read = readPopulation({ bytes: readFileSync(path), partnership: config.partnership, release })
    storePopulation(config.dataDir, read)
    const years = Object.keys(Object.values(read.persons)[0] ?? {})
    process.stdout.write(
      `Stored the population release of ${read.release}: ${Object.keys(read.persons).length} areas, mid-${years[0]} to mid-${years.at(-1)}. A running dashboard uses it after it is started again.\n`,
    )
    return 0
  } catch (error) {
    if (error instanceof IntakeRefusal || error instanceof ConfigError)
      return complain(`Refused, nothing was stored. ${error.message}`, 1)
    if (error instanceof TypeError) return complain(`${error.message}\n\n${usage}`, 2)
    if (error instanceof Error && 'code' in error)
      return complain('The file cannot be read. Check that it exists and that you may open it.', 1)
    throw error
  }
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
