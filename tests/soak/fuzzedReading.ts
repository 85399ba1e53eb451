import { spawn } from 'node:child_process'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FuzzReport } from './fuzzOnce.ts'

export interface FuzzResult {
  readonly faults: readonly string[]
  readonly summary: string
}

/** No single small file may take so long. */
const longestMs = 30_000

/** Reads random files for so many seconds: never a crash, never a hang, never a count that does not add up. */
export async function fuzzedReading(request: {
  readonly folder: string
  readonly seconds: number
  readonly seed: number
}): Promise<FuzzResult> {
  const { seconds, seed } = request
  const folder = join(request.folder, 'fuzz')
  await mkdir(folder)
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'fuzzOnce.ts'),
      folder,
      String(seconds),
      String(seed),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
  const current = join(folder, 'current.csv')
  const began = Date.now()
  let hung = false
  const watch = setInterval(() => {
    void stat(current).then(
      ({ mtimeMs }) => stopIfSilent(mtimeMs),
      () => stopIfSilent(began),
    )
  }, 1000)
  const stopIfSilent = (heard: number) => {
    if (Date.now() - heard < longestMs) return
    hung = true
    child.kill('SIGKILL')
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(watch)
  process.removeListener('exit', killWithUs)
  if (hung) return { faults: [`reading ${current} hangs (seed ${seed})`], summary: 'a file hangs' }
  if (code !== 0 || said === '')
    return {
      faults: [`reading ${current} ended the process (seed ${seed}): ${complained.trim()}`],
      summary: 'a file crashes the reader',
    }
  const { files, taken, refused, fault } = JSON.parse(said) as FuzzReport
  return {
    faults: fault === null ? [] : [fault],
    summary: `${files} files read in ${seconds} s: ${taken} taken, ${refused} refused with a sentence`,
  }
}
