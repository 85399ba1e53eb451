import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export const root = join(import.meta.dirname, '..')

export type Outcome = { code: number; output: string }

const running = new Set<ChildProcess>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function stopAll(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal)
  process.exit(130)
}

function started(child: ChildProcess): void {
  running.add(child)
  if (running.size === 1) for (const signal of signals) process.on(signal, stopAll)
}

/** Signals are ours only while something runs: afterwards they belong to whoever goes on in this process. */
function ended(child: ChildProcess): void {
  running.delete(child)
  if (running.size === 0) for (const signal of signals) process.removeListener(signal, stopAll)
}

/**
 * Runs a JavaScript program under this same Node and gathers everything it prints. Never throws: a program that
 * cannot start, or dies of a signal, has a code other than 0 and says why in its output.
 */
export function run(
  file: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, file), ...args],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...env },
      },
    )
    started(child)
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.on('error', (error) => {
      ended(child)
      resolve({ code: 127, output: error.message })
    })
    child.on('close', (code, signal) => {
      ended(child)
      if (signal !== null) output += `\nended by ${signal}`
      // What is gathered here may end up in a log file, where colour codes are noise.
      resolve({ code: code ?? 1, output: process.stdout.isTTY ? output : stripVTControlCharacters(output) })
    })
  })
}
