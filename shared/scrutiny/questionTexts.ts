import { z } from 'zod'
import { askedOf, questionText } from './questionDraft.ts'
import type { QuestionField } from './questionStatus.ts'
import { typedText } from './typedText.ts'

/** Each text of a question, with its limits. Caveats are written one a line; the date of the meeting is empty or a day. */
export const questionTexts: Readonly<Record<QuestionField, z.ZodType<string, string>>> = {
  text: questionText,
  why: typedText('Why it is asked', { most: 4_000, needed: false }),
  caveats: typedText('What to bear in mind', { most: 6_000, needed: false }),
  askedOf,
  owner: typedText('Who sees to it', { most: 120, needed: false }),
  meeting: typedText('The meeting', { most: 200, needed: false }),
  meetingDate: z.union([z.literal(''), z.iso.date('Choose the day of the meeting.')]),
  reply: typedText('The reply', { most: 20_000, needed: false }),
}
