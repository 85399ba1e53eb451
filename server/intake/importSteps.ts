import { rm } from 'node:fs/promises'
import type { Installation } from '../installation.ts'
import type { ImportRequest } from './importRequest.ts'
import { importResult, type ImportResult } from './importResult.ts'
import { pageWords } from './pageWords.ts'
import type { PrepareProgress } from './prepare.ts'
import type { Upload } from './uploads/uploads.ts'

/** How far a preview or commit is, and what became of it. */
export type ImportStep =
  | { readonly kind: 'progress'; readonly progress: PrepareProgress }
  | { readonly kind: 'result'; readonly result: ImportResult }

/** What is said of a file that no longer waits. */
export const discardedUpload =
  'This file no longer waits on the server: it was given up, committed, or left for too long. Send it again.'

interface Steps {
  readonly upload: Upload
  readonly request: ImportRequest
  /** Ends when the page goes away or cancels. */
  readonly signal: AbortSignal | undefined
}

/**
 * Previews or commits a waiting file, telling how far it is, by the same import that the command line uses. Leaving the
 * iteration cancels it. A file that was committed no longer waits.
 */
export async function* importSteps(
  installation: Installation,
  { upload, request, signal }: Steps,
): AsyncGenerator<ImportStep> {
  const left = new AbortController()
  const signals = AbortSignal.any([upload.signal, left.signal, ...(signal ? [signal] : [])])
  let latest: PrepareProgress | null = null
  let wake: () => void = () => undefined
  await rm(upload.rejectsFile, { force: true })
  let over = false
  const working = installation.uploads
    .during(upload, () =>
      importResult(installation, request, {
        signal: signals,
        rejectsTo: upload.rejectsFile,
        onProgress(progress) {
          latest = progress
          wake()
        },
      }),
    )
    .finally(() => {
      over = true
      wake()
    })
  // Told when it is awaited below, or to nobody where the page has gone.
  working.catch(() => undefined)
  try {
    while (!over) {
      const progress = latest
      latest = null
      if (progress !== null) yield { kind: 'progress', progress }
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    const result = await working
    const isDone = ['committed', 'identical']
    if (!request.dryRun && result.kind === 'receipt' && isDone.includes(result.receipt.outcome))
      await installation.uploads.discard(upload.id)
    yield { kind: 'result', result: inPageWords(result) }
  } finally {
    left.abort(new Error('the page went away'))
  }
}

function inPageWords(result: ImportResult): ImportResult {
  if (result.kind === 'refused') return { ...result, sentence: pageWords(result.sentence) }
  const { receipt } = result
  return {
    kind: 'receipt',
    receipt: {
      ...receipt,
      warnings: receipt.warnings.map(pageWords),
      rejects: receipt.rejects.map((reject) => ({ ...reject, reason: pageWords(reject.reason) })),
      rejectedByReason: receipt.rejectedByReason.map(({ reason, count }) => ({
        reason: pageWords(reason),
        count,
      })),
    },
  }
}
