import { Worker } from 'node:worker_threads'

import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { Month } from '../../shared/periods/month.ts'
import { IntakeRefusal } from './intakeRefusal.ts'
import type { Limits } from './limits.ts'
import type { Profile } from './profiles/profile.ts'
import type { Reject } from './reject.ts'

/** One file waiting in staging, and how to read it. */
export interface PrepareRequest {
  /** Path of the file in staging. */
  readonly file: string
  /** What the sender calls the file; only for messages. */
  readonly fileName: string
  readonly feed: FeedId
  /** A shipped profile by name, or a saved one as it stands; null: the one that the file's header and first rows fit. */
  readonly profile: string | Profile | null
  /** Profiles saved on this installation, which may be named and suggested like the shipped ones. */
  readonly saved?: readonly Profile[]
  /** The sheet of a workbook that holds the table; left out or null: the one where the profile's columns are. */
  readonly sheet?: string | null
  /** The row of the header, from 1; left out or null: it is found. */
  readonly headerRow?: number | null
  /** Id or name of the sending agency; null where the profile or the partnership makes it plain. */
  readonly agency: string | null
  readonly partnership: Partnership
  /** The installation's own key (32 bytes), with which references are hashed. */
  readonly pseudonymKey: Uint8Array
  /** Where accepted.parquet goes; it appears there whole or not at all. The rejects file goes beside it. */
  readonly out: string
  /** The months the file is complete for; null: deduced from its rows. */
  readonly coverage: { readonly from: Month; readonly to: Month } | null
  /** Whether the few rows of months that the file does not cover are left out (default), or kept as an amendment wants. */
  readonly strays?: 'reject' | 'keep'
  /** Today's local date, 'YYYY-MM-DD': later dates are rejected. */
  readonly today: string
  /** Takes the sound rows of a file in which many cannot be read, instead of refusing it. */
  readonly confirm?: boolean
  readonly limits?: Limits
}

/** What a file held, checked and written to accepted.parquet; nothing is stored in the records yet. */
export interface Prepared {
  /** Data rows in the file: accepted + rejected. */
  readonly rowsRead: number
  readonly accepted: number
  readonly rejected: number
  readonly rejectsByReason: readonly { readonly reason: string; readonly count: number }[]
  /** The first 10,000; all of them are in `rejectsFile`. */
  readonly rejects: readonly Reject[]
  /** A CSV of every reject beside accepted.parquet, as long as the staging folder stands; null when there are none. */
  readonly rejectsFile: string | null
  /** Blank rows, neither read nor rejected. */
  readonly skipped: number
  readonly warnings: readonly string[]
  /** Headers of the columns that were left unread. */
  readonly dropped: readonly string[]
  /** The feed's fields that this file supplies; a metric on any other has no data here. */
  readonly fields: readonly string[]
  /** Accepted rows and records (sum of counts) by month and area; a quarterly row is at the quarter's first month. */
  readonly held: readonly {
    readonly month: Month
    readonly area: string
    readonly rows: number
    readonly count: number
  }[]
  readonly coverage: {
    /** Months covered by monthly rows; quarters sent as one figure are apart, by their first month. */
    readonly months: readonly Month[]
    readonly quarters: readonly Month[]
    readonly deduced: boolean
    /** Null: every area of the agency's records. */
    readonly areas: null | readonly string[]
  }
  /** The agencies whose records these are. */
  readonly agencies: readonly string[]
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly fileHash: string
  /** 'UTF-8', 'UTF-16LE', 'UTF-16BE' or 'Windows-1252'; of a workbook 'XLSX', 'XLS' or 'ODS'. */
  readonly encoding: string
  /** What stands between columns; of a workbook, blank. */
  readonly delimiter: string
  readonly profile: string
}

/** How far the reading is: bytes of the file read in this stage, and rows so far. */
export interface PrepareProgress {
  readonly stage: 'inspecting' | 'reading' | 'writing'
  readonly bytes: number
  readonly totalBytes: number
  readonly rows: number
}

export interface PrepareOptions {
  readonly onProgress?: (progress: PrepareProgress) => void
  /** Cancels: whatever was written is deleted and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** What the worker tells the thread that started it. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: PrepareProgress }
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'cancelled' }

/**
 * Reads, maps and checks a file in a worker thread, and writes its accepted rows to Parquet; the calling thread
 * stays free. Rejects with an IntakeRefusal where the file as a whole cannot be taken; then no file is left behind.
 */
export function prepare(request: PrepareRequest, options: PrepareOptions = {}): Promise<Prepared> {
  const { onProgress, signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = takeWorker()
    const cancel = () => worker.postMessage('cancel')
    signal?.addEventListener('abort', cancel)
    const finish = (settle: () => void, { keep }: { readonly keep: boolean }) => {
      signal?.removeEventListener('abort', cancel)
      stopListening(worker)
      if (keep) {
        keepWorker(worker)
        settle()
        return
      }
      // Only once the worker is gone are its files closed and its memory given back.
      worker.on('error', () => undefined)
      void worker.terminate().then(settle)
    }
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'progress':
          return onProgress?.(message.progress)
        case 'prepared':
          return finish(() => resolve(message.prepared), { keep: message.prepared.rowsRead <= smallFile })
        case 'refused':
          return finish(() => reject(new IntakeRefusal(message.sentence)), { keep: false })
        case 'cancelled':
          return finish(() => reject(signal?.reason), { keep: false })
      }
    })
    worker.on('error', (error) => finish(() => reject(error), { keep: false }))
    worker.on('exit', (code) =>
      finish(() => reject(new Error(`reading ${request.fileName} ended without a result (${code})`)), {
        keep: false,
      }),
    )
    worker.postMessage(request)
  })
}

/** Rows after which a worker's memory is worth giving back at once. */
const smallFile = 200_000
const idleMilliseconds = 3_000

/** A worker that has read a file and waits for the next: starting one takes longer than reading a small file. */
let idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null

function takeWorker(): Worker {
  if (idle === null) return new Worker(new URL('./prepareWorker.ts', import.meta.url))
  const { worker, timer } = idle
  idle = null
  clearTimeout(timer)
  stopListening(worker)
  worker.ref()
  return worker
}

function keepWorker(worker: Worker): void {
  if (idle !== null) {
    worker.on('error', () => undefined)
    void worker.terminate()
    return
  }
  const release = () => {
    if (idle?.worker === worker) idle = null
    void worker.terminate()
  }
  const timer = setTimeout(release, idleMilliseconds)
  // An idle worker keeps no process alive.
  timer.unref()
  worker.unref()
  worker.on('error', release)
  worker.on('exit', release)
  idle = { worker, timer }
}

/** Not all listeners: a worker's own is among them, and without it no message arrives any more. */
function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}
