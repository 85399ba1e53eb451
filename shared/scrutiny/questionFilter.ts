import { z } from 'zod'
import { questionTheme } from './questionDraft.ts'
import type { Question } from './question.ts'
import { questionName } from './questionName.ts'
import { questionStatuses, type QuestionStatus } from './questionStatus.ts'

/** What of the ledger is looked for; every field narrows it. `open` is every question that still waits for something. */
export const questionFilter = z.strictObject({
  search: z.string().max(200).optional(),
  status: z
    .enum([...(Object.keys(questionStatuses) as [QuestionStatus, ...QuestionStatus[]]), 'open'])
    .optional(),
  askedOf: z.string().max(200).optional(),
  theme: questionTheme.optional(),
  area: z.string().max(40).optional(),
  meeting: z.string().max(200).optional(),
  overdue: z.literal('1').optional(),
})

export type QuestionFilter = z.infer<typeof questionFilter>

/** A meeting in one line: the day first, so that meetings sort by time; empty without either. */
export function meetingOf({ texts }: Pick<Question, 'texts'>): string {
  return [texts.meetingDate.value, texts.meeting.value].filter((each) => each !== '').join(' ')
}

/** Whether a question is looked for. `whole` is the area that a figure without an area is of. */
export function matchesFilter(question: Question, filter: QuestionFilter, whole: string): boolean {
  const { search, status, askedOf, theme, area, meeting, overdue } = filter
  if (status === 'open' && !['draft', 'asked', 'answered', 'promised'].includes(question.status)) return false
  if (status !== undefined && status !== 'open' && question.status !== status) return false
  if (askedOf !== undefined && question.texts.askedOf.value !== askedOf) return false
  if (theme !== undefined && question.theme !== theme) return false
  if (meeting !== undefined && meetingOf(question) !== meeting) return false
  if (overdue !== undefined && !question.overdue) return false
  if (area !== undefined && !areasNamed(question, whole).includes(area)) return false
  return search === undefined || holds(question, search)
}

function areasNamed({ figures }: Question, whole: string): string[] {
  return figures.flatMap(({ request: { query } }) => (query.areas.length === 0 ? [whole] : query.areas))
}

function holds({ number, texts, promises }: Question, search: string): boolean {
  const text = [
    questionName(number),
    ...Object.values(texts).map(({ value }) => value),
    ...promises.map((promise) => promise.text.value),
  ]
    .join(' ')
    .toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
