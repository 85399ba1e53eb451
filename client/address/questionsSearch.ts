import { themes } from '../../shared/metrics/themes.ts'
import type { QuestionFilter } from '../../shared/scrutiny/questionFilter.ts'
import { questionStatuses, type QuestionStatus } from '../../shared/scrutiny/questionStatus.ts'
import { areaPattern } from './overviewSearch.ts'
import { fitting, oneOf, withoutEmpty } from './searchText.ts'

/** What the address of the ledger holds: which questions are looked for. */
export type QuestionsSearch = QuestionFilter

const words = /^.{1,200}$/u

/** Reads the address; what is not understood is dropped. */
export function readQuestionsSearch(raw: Record<string, unknown>): QuestionsSearch {
  return withoutEmpty({
    search: fitting(raw.search, words),
    status: oneOf(raw.status, ['open', ...(Object.keys(questionStatuses) as QuestionStatus[])] as const),
    askedOf: fitting(raw.askedOf, words),
    theme: oneOf(
      raw.theme,
      themes.map(({ id }) => id),
    ),
    area: fitting(raw.area, areaPattern),
    meeting: fitting(raw.meeting, words),
    overdue: oneOf(raw.overdue, ['1']),
  })
}
