import type { QuestionDraftInput } from '../../../shared/scrutiny/questionDraft.ts'
import { server } from '../../trpc.ts'

/** Writes a question down in the ledger, as a draft that can be edited there. */
export async function createQuestion(draft: QuestionDraftInput): Promise<string> {
  const { id } = await server.questions.create.mutate(draft)
  return String(id)
}
