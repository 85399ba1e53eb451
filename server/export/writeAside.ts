import { Worker } from 'node:worker_threads'
import type { ExportFormat } from '../../shared/figures/figureRequest.ts'
import type { Report } from '../../shared/report/report.ts'
import type { ReportFormat } from '../../shared/report/reportFormat.ts'
import type { Collection } from './collection.ts'

/** What is to be written. */
export type Writing =
  | { readonly kind: 'figures'; readonly format: ExportFormat; readonly collection: Collection }
  | { readonly kind: 'report'; readonly format: ReportFormat; readonly report: Report }

/** Writes a file in a thread of its own, so that others are answered meanwhile; ends the thread when cancelled. */
export function writeAside(writing: Writing, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { workerData: writing })
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
