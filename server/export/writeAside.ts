import { Worker } from 'node:worker_threads'
import type { ExportFormat } from '../../shared/figures/figureRequest.ts'
import type { Collection } from './collection.ts'

/** Writes a file in a thread of its own, so that others are answered meanwhile; ends the thread when cancelled. */
export function writeAside(
  format: ExportFormat,
  collection: Collection,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), {
      workerData: { format, collection },
    })
    const stop = () => {
      void worker.terminate()
      reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', (file: Uint8Array) => resolve(file))
    worker.once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      reject(new Error('the thread that writes files ended early'))
    })
  })
}
