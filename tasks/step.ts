export type Counts = { passed: number; failed: number; skipped: number }

/** What a step found: its counts, what to show if it failed, and the names of what it skipped. */
export type StepResult = Counts & { output: string; skippedNames: string[] }

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 }

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The closing line of a task, always in this form, so that people and programs can read it. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** A check counts as one: passed or failed. */
export function checkResult({ code, output }: { code: number; output: string }): StepResult {
  const passed = code === 0
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, output, skippedNames: [] }
}

/**
 * Runs one step and prints one line for it: name, result, seconds. What the step itself printed is shown only
 * if something failed; what was skipped is always named.
 */
export async function step(name: string, work: () => Promise<StepResult>): Promise<Counts> {
  const label = name.padEnd(18)
  const live = process.stdout.isTTY === true
  if (live) process.stdout.write(`${label} …`)
  const began = performance.now()
  const result = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (live) process.stdout.write('\r')
  console.log(`${label} ${closingLine(result).padEnd(34)} ${seconds.padStart(6)} s`)
  for (const skipped of result.skippedNames) console.log(`  skipped: ${skipped}`)
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`)
  return { passed: result.passed, failed: result.failed, skipped: result.skipped }
}
