import { run } from './run.ts'
import { addCounts, checkResult, noCounts, step, type Counts } from './step.ts'

/** What `npm run check` runs, in order. The boundaries between folders are rules of the lint step. */
const checks = [
  { name: 'types', file: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  {
    name: 'lint, boundaries',
    file: 'node_modules/oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings'],
  },
  { name: 'format', file: 'node_modules/oxfmt/bin/oxfmt', args: ['--list-different'] },
  { name: 'dead code', file: 'node_modules/knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
]

/** Runs every check, also after one has failed, so that one run shows all there is to mend. */
export async function runChecks(): Promise<Counts> {
  let total = noCounts
  for (const { name, file, args } of checks) {
    total = addCounts(total, await step(name, async () => checkResult(await run(file, args))))
  }
  return total
}
