import { setImmediate } from 'node:timers/promises'

// Requests wait no longer than this for a mask that is being worked out.
const longestTurn = 12

/** Lets others work when the current turn has lasted long enough; to be awaited between small steps. */
export function breather(now: () => number = () => performance.now()): () => Promise<void> {
  let began = now()
  return async () => {
    if (now() - began < longestTurn) return
    await setImmediate()
    began = now()
  }
}

/** Runs a generator to its end, pausing between its steps. */
export async function driven<T>(steps: Generator<undefined, T>): Promise<T> {
  const breathe = breather()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await breathe()
  }
}
