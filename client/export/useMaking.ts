import { useRef, useState } from 'react'

interface Progress {
  readonly done: number
  readonly total: number
}

type Work = (options: {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}) => Promise<void>

/** How the making of a file ended. */
export type MakingEnd =
  | { readonly kind: 'made' | 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string }

/** The making of a file by the server: how far it has come (null: none is being made), and the way to stop it. */
export function useMaking() {
  const [at, setAt] = useState<Progress | null>(null)
  const running = useRef<AbortController | null>(null)
  const make = async (work: Work): Promise<MakingEnd> => {
    const controller = new AbortController()
    running.current = controller
    setAt({ done: 0, total: 1 })
    try {
      await work({ signal: controller.signal, onProgress: setAt })
      return { kind: 'made' }
    } catch (error) {
      if (controller.signal.aborted) return { kind: 'cancelled' }
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
    } finally {
      setAt(null)
    }
  }
  return { at, make, cancel: () => running.current?.abort() }
}

/** What became of it, for the reader. */
export function makingWords(end: MakingEnd): string {
  switch (end.kind) {
    case 'made':
      return 'The file has been downloaded.'
    case 'cancelled':
      return 'Cancelled. No file was made.'
    case 'failed':
      return `The file could not be made: ${end.reason}`
  }
}
