import { randomUUID } from 'node:crypto'
import type { ExportProgress } from '../../shared/figures/figureRequest.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { PackRefusal } from '../packs/packRefusal.ts'

/** A file to be made: for whom, in how many steps, and how. */
export interface ExportOrder {
  /** Whoever shows the same owner may follow, take and cancel it. */
  readonly owner: string
  readonly steps: number
  /** Says after each step how many are done; stops when the signal says so. */
  readonly make: (
    done: (steps: number) => void,
    signal: AbortSignal,
  ) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>
}

interface Job {
  readonly owner: string
  readonly controller: AbortController
  progress: ExportProgress
  file: Uint8Array | null
  over: number | null
}

const keptMinutes = 10
const mostAtOnce = 4
const mostKept = 30

/**
 * Files in the making, aside from the requests that asked for them; a finished file waits ten minutes to be taken. Refuses
 * when one owner has too many under way.
 */
export function exportJobs({ now }: { readonly now: () => Date }) {
  const jobs = new Map<string, Job>()

  const forget = () => {
    for (const [id, { over }] of jobs)
      if (over !== null && (now().getTime() - over > keptMinutes * 60_000 || jobs.size > mostKept))
        jobs.delete(id)
  }

  const run = async (job: Job, { make, steps }: ExportOrder): Promise<void> => {
    const { signal } = job.controller
    try {
      const { name, bytes } = await make((done) => {
        signal.throwIfAborted()
        job.progress = { state: 'working', done, total: steps }
      }, signal)
      job.file = bytes
      job.progress = { state: 'ready', name, size: bytes.length }
    } catch (error) {
      job.progress = { state: 'failed', message: refusal(error, signal) }
      if (!isRefusal(error) && !signal.aborted) throw error
    } finally {
      job.over = now().getTime()
    }
  }

  const find = (id: string, owner: string): Job | null => {
    const job = jobs.get(id)
    return job && job.owner === owner ? job : null
  }

  return {
    /** Starts a file; its id, or null where this owner has too many under way. `onFault` hears of what went wrong inside. */
    start(order: ExportOrder, onFault: (error: unknown) => void): string | null {
      forget()
      const running = [...jobs.values()].filter(({ over, owner }) => over === null && owner === order.owner)
      if (running.length >= mostAtOnce) return null
      const id = randomUUID()
      const job: Job = {
        owner: order.owner,
        controller: new AbortController(),
        progress: { state: 'working', done: 0, total: order.steps },
        file: null,
        over: null,
      }
      jobs.set(id, job)
      run(job, order).catch(onFault)
      return id
    },
    /** Null for what there is not, or is another's. */
    progress: (id: string, owner: string): ExportProgress | null => find(id, owner)?.progress ?? null,
    file(id: string, owner: string): { readonly name: string; readonly bytes: Uint8Array } | null {
      const job = find(id, owner)
      return job?.file && job.progress.state === 'ready' ? { name: job.progress.name, bytes: job.file } : null
    },
    /** Stops it and forgets what was made. */
    cancel(id: string, owner: string): boolean {
      const job = find(id, owner)
      if (!job) return false
      job.controller.abort(new Error('cancelled'))
      jobs.delete(id)
      return true
    },
    /** Stops all that is under way. */
    close(): void {
      for (const { controller } of jobs.values()) controller.abort(new Error('closing'))
      jobs.clear()
    },
  }
}

export type ExportJobs = ReturnType<typeof exportJobs>

function refusal(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'Cancelled.'
  return isRefusal(error) ? error.message : 'Something went wrong on the server. No file was made; try again.'
}

/** Whether an error is a sentence for the person who asked. */
function isRefusal(error: unknown): error is Error {
  return error instanceof QueryRefusal || error instanceof PackRefusal
}
