import type { Register } from '../submissions/register.ts'
import type { OpenPages } from '../openPages.ts'

/** What an open page shows is as new as this: when a number moves, what rests on it is fetched again. */
export interface Freshness {
  /** The newest submission. */
  readonly position: number
  /** Moves with every note. */
  readonly notes: number
  /** Moves with this reader's saved views. */
  readonly views: number
}

interface Listening {
  readonly register: Register
  readonly pages: OpenPages
  readonly owner: string
  readonly signal: AbortSignal | undefined
}

/** How new everything is, now and whenever that changes, until the reader goes. */
export async function* positions({ register, pages, owner, signal }: Listening): AsyncGenerator<Freshness> {
  let wake: () => void = () => undefined
  const leave = [register.onPosition(() => wake()), pages.onChange(() => wake())]
  signal?.addEventListener('abort', () => wake(), { once: true })
  try {
    let sent: Freshness | null = null
    while (!signal?.aborted) {
      const now = { position: register.position(), notes: pages.notes(), views: pages.views(owner) }
      if (sent?.position !== now.position || sent.notes !== now.notes || sent.views !== now.views) {
        sent = now
        yield now
        continue
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    for (const each of leave) each()
  }
}
