import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../tasks/freePort.ts'
import { root } from '../tasks/run.ts'
import { duration, type Measurement } from './measurement.ts'
import { median } from './timing.ts'

/** From the start command, as npm runs it, until the dashboard's page and its health answer, on data already there. */
export async function coldStart(request: {
  readonly dataDir: string
  readonly rows: number
  readonly rounds: number
}): Promise<Measurement[]> {
  const times: number[] = []
  for (let round = 0; round < request.rounds; round++) times.push(await start(request.dataDir))
  const middle = median(times)
  return [
    {
      what: `cold start on existing data, ${request.rows.toLocaleString('en-GB')} crime rows`,
      result: `${duration(middle)} (${times.map((time) => duration(time)).join(', ')})`,
      target: '≤ 1.5 s',
      met: middle <= 1500,
    },
  ]
}

async function start(dataDir: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'run.mjs'), 'start'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      SAMPLE: 'none',
    },
  })
  const killWithUs = () => child.kill('SIGTERM')
  process.once('exit', killWithUs)
  const ended = once(child, 'exit')
  try {
    while (!((await answers(port, '/api/health')) && (await answers(port, '/')))) {
      if (performance.now() - began > 60_000) throw new Error('the server did not answer within a minute')
      await delay(10)
    }
    return performance.now() - began
  } finally {
    child.kill('SIGTERM')
    await ended
    process.removeListener('exit', killWithUs)
  }
}

async function answers(port: number, path: string): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}${path}`)).ok
  } catch {
    return false
  }
}
