import { Worker } from 'node:worker_threads'
import { GroupWriter, removeWritten } from './groupWriter.ts'
import type { GroupLayout, RowGroup } from './rowGroup.ts'

/** Below this a second thread takes longer to start than it saves. */
const worthAThread = 8 * 1024 ** 2
const mostWaiting = 2

/** Where accepted rows go, group by group. */
export interface GroupSink {
  write(group: RowGroup): void
  /** Resolves when few enough groups are waiting; rejects where writing failed. */
  ready(): Promise<void>
  /** Resolves once the file is whole. */
  finish(): Promise<void>
  /** Deletes what was written, finished or not. */
  discard(): Promise<void>
}

/** What the thread that reads tells the one that writes. */
export type WriterMessage = { readonly kind: 'group'; readonly group: RowGroup } | { readonly kind: 'finish' }

/** A sink on this thread for a small file, on a second one for a large: hashing and writing take half of the time. */
export function openSink(layout: GroupLayout, fileBytes: number): GroupSink {
  return fileBytes < worthAThread ? inlineSink(layout) : new WorkerSink(layout)
}

function inlineSink(layout: GroupLayout): GroupSink {
  const writer = new GroupWriter(layout)
  return {
    write: (group) => writer.write(group),
    ready: async () => {},
    finish: async () => writer.finish(),
    async discard() {
      writer.abandon()
      removeWritten(layout.out)
    },
  }
}

class WorkerSink implements GroupSink {
  private readonly layout: GroupLayout
  private readonly worker: Worker
  private waiting = 0
  private failure: Error | null = null
  private wake: () => void = () => {}

  constructor(layout: GroupLayout) {
    this.layout = layout
    this.worker = new Worker(new URL('./groupWorker.ts', import.meta.url), { workerData: layout })
    this.worker.on('message', () => {
      this.waiting--
      this.wake()
    })
    this.worker.on('error', (error: Error) => {
      this.failure = error
      this.wake()
    })
  }

  write(group: RowGroup): void {
    // The arrays go on being filled here, so the other thread gets copies, which it then owns.
    const values = group.values.map((array) => array.slice())
    const references = group.references.map(({ bytes, ends }) => ({
      bytes: bytes.slice(),
      ends: ends.slice(),
    }))
    const message: WriterMessage = { kind: 'group', group: { ...group, values, references } }
    const owned = [...values, ...references.flatMap(({ bytes, ends }) => [bytes, ends])].map(
      ({ buffer }) => buffer,
    )
    this.waiting++
    this.worker.postMessage(message, owned)
  }

  ready(): Promise<void> {
    return this.until(mostWaiting)
  }

  async finish(): Promise<void> {
    this.waiting++
    const message: WriterMessage = { kind: 'finish' }
    this.worker.postMessage(message)
    await this.until(0)
    await this.worker.terminate()
  }

  async discard(): Promise<void> {
    await this.worker.terminate()
    removeWritten(this.layout.out)
  }

  private async until(most: number): Promise<void> {
    while (this.waiting > most && this.failure === null) {
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
    if (this.failure !== null) throw this.failure
  }
}
