import { readFileSync } from 'node:fs'
import { importBench, openBench } from './benchInstallation.ts'
import { timed } from './timing.ts'

/** What one import in a process of its own took. */
export interface ImportedOnce {
  readonly ms: number
  readonly accepted: number
  /** The most memory that the process held, in bytes. */
  readonly peak: number
}

const [path = '', dataDir = ''] = process.argv.slice(2)
const installation = await openBench(dataDir)
let accepted = 0
const ms = await timed(async () => {
  const outcome = await importBench(installation, { path, feed: 'crime', agency: 'West Yorkshire Police' })
  accepted = outcome.prepared.accepted
})
await installation.close()
const answer: ImportedOnce = { ms, accepted, peak: peakOfThisProgram() }
process.stdout.write(`${JSON.stringify(answer)}\n`)

/** Linux counts into a process's own peak what its parent held when it was started: there, the kernel's other count is taken. */
function peakOfThisProgram(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kilobytes !== undefined) return Number(kilobytes) * 1024
  } catch {
    // Another system: its own count is right.
  }
  return process.resourceUsage().maxRSS * 1024
}
