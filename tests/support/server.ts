import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../tasks/freePort.ts'
import { root } from '../../tasks/run.ts'

export type RunningServer = {
  url: string
  dataDir: string
  pid: number
  /** Everything the server has printed so far. */
  output: () => string
  /** Ends the server cleanly (SIGTERM) and waits for it; the exit code, null if a signal ended it. */
  stop: () => Promise<number | null>
  /** Ends the server as a power cut would. */
  kill: () => Promise<void>
}

type Options = {
  /** Kept when given; else a temporary folder, deleted when the server ends. */
  dataDir?: string
  env?: Record<string, string>
  startSeconds?: number
}

/**
 * Starts the real server on a free loopback port and waits until it answers /api/health. Throws with what the server
 * printed if it ends or does not answer in time.
 */
export async function startServer({
  dataDir,
  env = {},
  startSeconds = 90,
}: Options = {}): Promise<RunningServer> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'dashboard-server-')))
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'server/main.ts')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: '',
        // Most tests ask for a few figures and end.
        LOOK_AHEAD: 'no',
        ...env,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: folder,
      },
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  }).then(async (code) => {
    process.removeListener('exit', killWithUs)
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    return code
  })
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    return ended
  }

  const url = `http://127.0.0.1:${port}`
  let over = false
  void ended.then(() => (over = true))
  const deadline = performance.now() + startSeconds * 1000
  while (!(await answers(`${url}/api/health`))) {
    if (over) throw new Error(`the server ended before it answered:\n${output}`)
    if (performance.now() > deadline) {
      await end('SIGKILL')
      throw new Error(`the server did not answer within ${startSeconds} s:\n${output}`)
    }
    await delay(50)
  }
  return {
    url,
    dataDir: folder,
    pid: child.pid!,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}
