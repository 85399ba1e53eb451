import { run } from './run.ts'
import { addCounts, checkResult, noCounts, step, type Counts } from './step.ts'

/** What `npm run check` runs, in order. The boundaries between folders are rules of the lint step. */
const checks: { name: string; file: string; args: string[]; hint?: string }[] = [
  { name: 'types', file: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  {
    name: 'lint, boundaries',
    file: 'node_modules/oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings'],
  },
  {
    name: 'format',
    file: 'node_modules/oxfmt/bin/oxfmt',
    args: ['--list-different'],
    hint: 'These files are not formatted: npx oxfmt FILE… mends them.',
  },
  { name: 'dead code', file: 'node_modules/knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
]

/** Runs every check, also after one has failed, so that one run shows all there is to mend. */
export async function runChecks(): Promise<Counts> {
  let total = noCounts
  for (const { name, file, args, hint = '' } of checks) {
    const check = async () => {
      const { code, output } = await run(file, args)
      return checkResult({ code, output: `${hint}\n${output}` })
    }
    total = addCounts(total, await step(name, check))
  }
  return total
}
