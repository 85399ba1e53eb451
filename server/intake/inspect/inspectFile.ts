import { Worker } from 'node:worker_threads'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Limits } from '../limits.ts'
import type { FileHead } from './fileHead.ts'

/** What the thread that reads a file's beginning says. */
export type HeadAnswer =
  | { readonly kind: 'head'; readonly head: FileHead }
  | { readonly kind: 'refused'; readonly sentence: string }

interface Inspection {
  readonly path: string
  readonly limits: Limits
  readonly signal: AbortSignal
}

/** Reads a file's beginning in a thread of its own, so that a large workbook keeps nobody waiting. */
export function inspectFile({ path, limits, signal }: Inspection): Promise<FileHead> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const worker = new Worker(new URL('./headWorker.ts', import.meta.url), { workerData: { path, limits } })
    const finish = (settle: () => void) => {
      signal.removeEventListener('abort', cancel)
      worker.removeAllListeners('exit')
      worker.on('error', () => undefined)
      void worker.terminate().then(settle)
    }
    const cancel = () => finish(() => reject(signal.reason))
    signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (answer: HeadAnswer) =>
      finish(() =>
        answer.kind === 'head' ? resolve(answer.head) : reject(new IntakeRefusal(answer.sentence)),
      ),
    )
    worker.on('error', (error) => finish(() => reject(error)))
    worker.on('exit', (code) =>
      finish(() => reject(new Error(`the file's beginning could not be read (${code})`))),
    )
  })
}
