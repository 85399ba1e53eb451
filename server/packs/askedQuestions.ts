import type { PackQuestion } from '../../shared/packs/pack.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import { questionName } from '../../shared/scrutiny/questionName.ts'
import { questionStatuses, type QuestionStatus } from '../../shared/scrutiny/questionStatus.ts'
import { boardReader } from '../editions/boardReader.ts'
import { localDate } from '../localDate.ts'
import { questionsFor, type Reading } from '../scrutiny/questions/questionStore.ts'

/** Asked and not yet closed. */
const open: readonly QuestionStatus[] = ['asked', 'answered', 'promised']

/** The questions of the ledger that are open, oldest first, as any reader of a pack may see them. */
export async function askedQuestions(
  { workspace, partnership }: Pick<Reading, 'workspace' | 'partnership'>,
  now: Date,
): Promise<PackQuestion[]> {
  const all = await questionsFor({ workspace, partnership, viewer: boardReader, today: localDate(now) })
  return all
    .filter(({ status }) => open.includes(status))
    .toReversed()
    .map(({ number, texts, status, overdue, promises }) => {
      const due = promises.filter(({ state }) => state === 'open').map((promise) => promise.due)
      const [first] = due.toSorted()
      return {
        name: questionName(number),
        text: texts.text.value,
        askedOf: texts.askedOf.value,
        state:
          first === undefined
            ? questionStatuses[status]
            : `${overdue ? 'Overdue, was due' : 'Promised, due'} ${formatDate(first)}`,
      }
    })
}
