import { runChecks } from './checks.ts'
import { buildClientIfStale } from './clientBuild.ts'
import { addCounts, checkResult, closingLine, noCounts, step, type Counts } from './step.ts'
import { runVitestProject } from './vitestProject.ts'

// `npm test -- tests/server/intake` runs only the tests whose path holds one of the words, and no checks.
const filters = process.argv.slice(2)

async function build() {
  try {
    await buildClientIfStale()
    return checkResult({ code: 0, output: '' })
  } catch (error) {
    return checkResult({ code: 1, output: error instanceof Error ? error.message : String(error) })
  }
}

let total: Counts = noCounts
// Unit tests run beside the checks, and the browser beside the integration tests: both wait more than they compute.
const unit = runVitestProject('unit', filters)
if (filters.length === 0) total = await runChecks()
const built = await step('build', build)
total = addCounts(total, built)
total = addCounts(total, await step('unit tests', () => unit))
const browser = built.failed > 0 ? null : runVitestProject('e2e', filters)
total = addCounts(total, await step('integration tests', () => runVitestProject('integration', filters)))
if (browser === null) console.log('browser tests      not run: they need the build')
else total = addCounts(total, await step('browser tests', () => browser))

console.log(`\n${closingLine(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
