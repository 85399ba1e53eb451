import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Archive } from '../archive.ts'
import type { FileHead } from '../inspect/fileHead.ts'
import { inspectFile } from '../inspect/inspectFile.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import { defaultLimits, type Limits } from '../limits.ts'

/** A file that somebody sent by the page and that waits in staging until it is committed or given up. */
export interface Upload {
  readonly id: string
  readonly owner: string
  readonly fileName: string
  readonly path: string
  readonly bytes: number
  readonly head: FileHead
  /** Where the rejected rows of its latest preview lie, as CSV. */
  readonly rejectsFile: string
  /** Ends what is being done with it, when it is given up. */
  readonly signal: AbortSignal
}

/** The files that wait; none outlives the process, for staging is emptied on every start. */
export interface Uploads {
  /** Takes a file in and reads its beginning. Refuses one that no import could take; nothing of it is left then. */
  receive(file: { body: Readable; fileName: string; owner: string; signal: AbortSignal }): Promise<Upload>
  /** The file of that id, if it is this person's and still waits. */
  find(id: string, owner: string): Upload | null
  /** Runs work on a file, which is not given up for its age meanwhile. */
  during<T>(upload: Upload, work: () => Promise<T>): Promise<T>
  discard(id: string): Promise<void>
  /** Gives up every file that nobody has touched for two hours. */
  sweep(): Promise<void>
  close(): Promise<void>
}

const idleMinutes = 120
const mostPerPerson = 3

interface Waiting extends Upload {
  readonly folder: string
  readonly cancel: AbortController
  touched: number
  busy: number
}

interface Options {
  readonly archive: Archive
  readonly now?: () => number
  readonly limits?: Limits
}

/** Opens the place where uploads wait. */
export function openUploads({ archive, now = Date.now, limits = defaultLimits }: Options): Uploads {
  const waiting = new Map<string, Waiting>()
  const discard = async (id: string) => {
    const upload = waiting.get(id)
    if (upload === undefined) return
    waiting.delete(id)
    upload.cancel.abort(new Error('the upload was given up'))
    await archive.discard(upload.folder)
  }
  const sweep = async () => {
    const oldest = now() - idleMinutes * 60_000
    for (const { id, touched, busy } of waiting.values())
      if (busy === 0 && touched < oldest) await discard(id)
  }
  const timer = setInterval(() => void sweep(), 60_000)
  timer.unref()
  return {
    async receive({ body, fileName, owner, signal }) {
      const folder = await archive.stage()
      const cancel = new AbortController()
      try {
        const path = join(folder, 'upload')
        const meter = new Meter(limits.fileBytes)
        await pipeline(body, meter, createWriteStream(path, { mode: 0o600 }), { signal })
        const head = await inspectFile({ path, limits, signal })
        const id = randomBytes(16).toString('hex')
        const rejectsFile = join(folder, 'rejects.csv')
        const own = { id, owner, fileName, path, bytes: meter.bytes, head, rejectsFile }
        await makeRoom(owner)
        waiting.set(id, { ...own, signal: cancel.signal, folder, cancel, touched: now(), busy: 0 })
        return waiting.get(id) as Upload
      } catch (error) {
        await archive.discard(folder)
        throw error
      }
    },
    find(id, owner) {
      const upload = waiting.get(id)
      if (upload === undefined || upload.owner !== owner) return null
      upload.touched = now()
      return upload
    },
    async during({ id }, work) {
      const upload = waiting.get(id)
      if (upload) upload.busy++
      try {
        return await work()
      } finally {
        if (upload) {
          upload.busy--
          upload.touched = now()
        }
      }
    },
    discard,
    sweep,
    async close() {
      clearInterval(timer)
      for (const id of waiting.keys()) await discard(id)
    },
  }

  /** A page that was closed leaves its file behind: whoever begins another gives up their oldest. */
  async function makeRoom(owner: string): Promise<void> {
    const own = [...waiting.values()].filter((upload) => upload.owner === owner && upload.busy === 0)
    const oldest = own.toSorted((a, b) => a.touched - b.touched)
    for (const { id } of oldest.slice(0, Math.max(0, own.length - mostPerPerson + 1))) await discard(id)
  }
}

/** Counts what passes, and refuses a file that turns out larger than any may be. */
class Meter extends Transform {
  bytes = 0
  private readonly most: number

  constructor(most: number) {
    super()
    this.most = most
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void) {
    this.bytes += chunk.length
    if (this.bytes > this.most) done(tooLarge(this.most))
    else done(null, chunk)
  }
}

/** The refusal of a file above the limit, before or while it comes. */
export function tooLarge(most: number): IntakeRefusal {
  return new IntakeRefusal(
    `The file is larger than ${(most / 1024 ** 3).toFixed(0)} GB, which is the limit. Send it in parts, one period each.`,
  )
}
