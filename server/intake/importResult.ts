import { importFile } from './commit.ts'
import type { ImportOptions, ImportRequest } from './importRequest.ts'
import type { Installation } from '../installation.ts'
import { IntakeRefusal, PreviewOutdated } from './intakeRefusal.ts'
import { receiptOf } from './receipt.ts'
import type { Receipt } from './receipt.ts'

/** What became of one file: a receipt, or a sentence that says why nothing of it was stored. */
export type ImportResult =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | {
      readonly kind: 'refused'
      readonly file: string
      readonly sentence: string
      /** Only because something else was committed since the preview. */
      readonly outdated?: true
    }

/** Imports one file and says what became of it; throws only on faults of the program or a cancellation. */
export async function importResult(
  installation: Installation,
  request: ImportRequest,
  options: ImportOptions,
): Promise<ImportResult> {
  try {
    const outcome = await importFile(installation, request, options)
    return { kind: 'receipt', receipt: receiptOf(outcome, request) }
  } catch (error) {
    if (error instanceof IntakeRefusal)
      return {
        kind: 'refused',
        file: request.fileName,
        sentence: error.message,
        ...(error instanceof PreviewOutdated ? { outdated: true } : {}),
      }
    throw error
  }
}
