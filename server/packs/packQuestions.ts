import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { localAnalyst } from '../../shared/access/viewer.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import type { PackQuestion } from '../../shared/packs/pack.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { questionName } from '../../shared/scrutiny/questionName.ts'
import { questionStatuses } from '../../shared/scrutiny/questionStatus.ts'
import { questionsFor } from '../scrutiny/questions/questionStore.ts'

const open: ReadonlySet<string> = new Set(['asked', 'answered', 'promised'])

/** The questions that the board has asked and that are still open, as a pack lists them: whoever reads packs reads all. */
export async function packQuestions(
  { workspace, partnership }: { readonly workspace: Workspace; readonly partnership: Partnership },
  today: string,
): Promise<PackQuestion[]> {
  const viewer = { ...localAnalyst, role: 'viewer', disclosure: 'protected' } as const
  const questions = await questionsFor({ workspace, partnership, viewer, today })
  return questions
    .filter(({ status }) => open.has(status))
    .toReversed()
    .map(({ number, texts, status, overdue, promises }): PackQuestion => {
      const due = promises.filter(({ state }) => state === 'open').map((promise) => promise.due)
      const [next] = due.toSorted()
      return {
        name: questionName(number),
        text: texts.text.value,
        askedOf: texts.askedOf.value,
        state:
          next === undefined
            ? questionStatuses[status]
            : `${overdue ? 'Overdue, was due' : 'Promised, due'} ${formatDate(next)}`,
      }
    })
}
