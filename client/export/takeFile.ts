import type { ExportProgress, ExportRequestInput } from '../../shared/figures/figureRequest.ts'
import { download } from './download.ts'

const askEvery = 300

interface Options {
  readonly signal: AbortSignal
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void
}

/**
 * Has the server make a file and gives it to the reader. Aborting the signal cancels it there too. Throws with the
 * server's own sentence when it cannot be made.
 */
export function takeFile(request: ExportRequestInput, options: Options): Promise<void> {
  return takeMade({ address: '/api/exports', request }, options)
}

/** The same for a file that is asked for at another address. */
export async function takeMade(
  { address, request }: { readonly address: string; readonly request: unknown },
  { signal, onProgress }: Options,
): Promise<void> {
  const { id } = await ask<{ id: string }>(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  })
  const cancel = () => void fetch(`/api/exports/${id}`, { method: 'DELETE' })
  signal.addEventListener('abort', cancel, { once: true })
  try {
    for (;;) {
      const progress = await ask<ExportProgress>(`/api/exports/${id}`, { signal })
      if (progress.state === 'failed') throw new Error(progress.message)
      if (progress.state === 'ready') {
        const file = await fetch(`/api/exports/${id}/file`, { signal })
        if (!file.ok) throw new Error(await sentence(file))
        download(progress.name, await file.blob())
        return
      }
      onProgress(progress)
      await new Promise((resolve) => setTimeout(resolve, askEvery))
    }
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

async function ask<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init)
  if (!response.ok) throw new Error(await sentence(response))
  return (await response.json()) as T
}

async function sentence(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as { message?: unknown } | null
  return typeof body?.message === 'string' ? body.message : 'The server could not answer. Try again.'
}
