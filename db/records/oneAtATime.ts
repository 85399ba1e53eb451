import type { Records } from './records.ts'
import { serialQueue } from './serialQueue.ts'

/** The same records with their writers in a queue, so that one runs at a time. */
export function oneAtATime(alone: Records): Records {
  const queue = serialQueue()
  return {
    ...alone,
    write: (work) => queue(() => alone.write(work)),
    reset: () => queue(() => alone.reset()),
    exclusively: (work) => queue(() => work(alone)),
  }
}
