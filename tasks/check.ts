import { runChecks } from './checks.ts'
import { closingLine } from './step.ts'

const counts = await runChecks()
console.log(`\n${closingLine(counts)}`)
process.exitCode = counts.failed > 0 ? 1 : 0
