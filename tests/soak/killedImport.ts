import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ImportOrder } from './importOnce.ts'

/** When an import is cut short: so long after it began, or after a file or folder of its own appeared; or never. */
export type Moment =
  | { readonly kind: 'after'; readonly ms: number }
  | { readonly kind: 'afterPath'; readonly path: string; readonly ms: number }
  | { readonly kind: 'never' }

export interface KilledImport {
  /** The submission's number as it was acknowledged; null when the sender never heard. */
  readonly acknowledged: number | null
  readonly killed: boolean
  readonly tookMs: number
}

/** Runs an import in a process of its own and kills it (SIGKILL) at the moment given. Throws when it fails by itself. */
export async function killedImport(order: ImportOrder, moment: Moment): Promise<KilledImport> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'importOnce.ts'),
      JSON.stringify(order),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
  let over = false
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('close', (code, signal) => {
      over = true
      resolve(signal ?? code)
    }),
  )
  await reached(moment, () => over)
  if (moment.kind !== 'never') child.kill('SIGKILL')
  const end = await ended
  process.removeListener('exit', killWithUs)
  if (end !== 0 && end !== 'SIGKILL')
    throw new Error(`an import ended by itself (${end}): ${complained.trim()}`)
  const { acknowledged = null } = (said === '' ? {} : JSON.parse(said)) as { acknowledged?: number }
  return { acknowledged, killed: end === 'SIGKILL', tookMs: performance.now() - began }
}

async function reached(moment: Moment, isOver: () => boolean): Promise<void> {
  if (moment.kind === 'never') return
  if (moment.kind === 'afterPath') {
    while (!existsSync(moment.path) && !isOver()) await new Promise((resolve) => setImmediate(resolve))
  }
  const until = performance.now() + moment.ms
  while (performance.now() < until && !isOver()) await delay(Math.min(5, until - performance.now()))
}
