import { randomUUID } from 'node:crypto'
import type { Figure } from '../../shared/figures/figure.ts'
import type { ExportProgress, ExportRequest, FigureRequest } from '../../shared/figures/figureRequest.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { figuresOf, type FigureAnswers } from './figuresOf.ts'
import { collectionName } from './collectionName.ts'
import { writeAside } from './writeAside.ts'
import { fileKinds } from './writeFile.ts'

/** What is wanted, for whom, from where the figures come, and how one is cited. */
export interface ExportOrder {
  readonly request: ExportRequest
  /** Whoever shows the same owner may follow, take and cancel it. */
  readonly owner: string
  readonly answers: (edition: number | null) => FigureAnswers
  readonly cite: (
    figure: Figure,
    asked: { readonly request: FigureRequest; readonly place: number },
  ) => Promise<Figure>
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
 * Files in the making. Figures are read one after another and written in a thread of their own; a finished file waits
 * ten minutes to be taken. Refuses when one owner has too many under way.
 */
export function exportJobs({ board, now }: { readonly board: string; readonly now: () => Date }) {
  const jobs = new Map<string, Job>()

  const forget = () => {
    for (const [id, { over }] of jobs)
      if (over !== null && (now().getTime() - over > keptMinutes * 60_000 || jobs.size > mostKept))
        jobs.delete(id)
  }

  const run = async (job: Job, { request, answers, cite }: ExportOrder): Promise<void> => {
    const { signal } = job.controller
    const total = request.figures.length + 1
    try {
      const figures: Figure[] = []
      for (const [at, wanted] of request.figures.entries()) {
        const found = await figuresOf(answers(wanted.edition), wanted)
        for (const [place, figure] of found.entries())
          figures.push(await cite(figure, { request: wanted, place }))
        signal.throwIfAborted()
        job.progress = { state: 'working', done: at + 1, total }
      }
      const { title, fileName } = collectionName(figures)
      const collection = {
        title,
        board,
        figures,
        made: now().toISOString(),
        shows: request.shows,
      }
      job.file = await writeAside(request.format, collection, signal)
      const { extension } = fileKinds[request.format]
      job.progress = { state: 'ready', name: `${fileName}.${extension}`, size: job.file.length }
    } catch (error) {
      job.progress = { state: 'failed', message: refusal(error, signal) }
      if (!(error instanceof QueryRefusal) && !signal.aborted) throw error
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
      const total = order.request.figures.length + 1
      const job: Job = {
        owner: order.owner,
        controller: new AbortController(),
        progress: { state: 'working', done: 0, total },
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

function refusal(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'Cancelled.'
  return error instanceof QueryRefusal
    ? error.message
    : 'Something went wrong on the server. No file was made; try again.'
}
