import type { QuestionDraftInput } from '../../../shared/scrutiny/questionDraft.ts'
import { server } from '../../trpc.ts'

/** Where questions are written down; answers with the id of the new one. */
interface Ledger {
  readonly questions: {
    readonly create: {
      readonly mutate: (draft: QuestionDraftInput) => Promise<{ readonly id: string | number }>
    }
  }
}

/** Writes a question down in the ledger, as a draft that can be edited there. */
export async function createQuestion(draft: QuestionDraftInput): Promise<string> {
  const { questions } = server as unknown as Ledger
  const { id } = await questions.create.mutate(draft)
  return String(id)
}
