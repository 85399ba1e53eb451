import type { Register } from '../submissions/register.ts'

/** The data position now and whenever a submission moves it, until the reader goes. */
export async function* positions(
  register: Register,
  signal: AbortSignal | undefined,
): AsyncGenerator<number> {
  let wake: () => void = () => undefined
  const leave = register.onPosition(() => wake())
  signal?.addEventListener('abort', () => wake(), { once: true })
  try {
    let sent: number | null = null
    while (!signal?.aborted) {
      const position = register.position()
      if (position !== sent) {
        sent = position
        yield position
        continue
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    leave()
  }
}
