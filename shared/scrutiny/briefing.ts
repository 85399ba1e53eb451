import { z } from 'zod'
import type { VersionedText } from './question.ts'
import { typedText } from './typedText.ts'

/** The texts of a briefing, each with its limits. */
export const briefingTexts = {
  title: typedText('The title', { most: 200 }),
  meeting: typedText('The meeting', { most: 200 }),
  introduction: typedText('The introduction', { most: 10_000, needed: false }),
} as const

export type BriefingField = keyof typeof briefingTexts

const questions = z.array(z.int().positive()).max(60)

export const briefingDraft = z.strictObject({
  title: briefingTexts.title,
  meeting: briefingTexts.meeting,
  meetingDate: z.iso.date('Choose the day of the meeting.'),
  questions: questions.default([]),
})

export type BriefingDraft = z.infer<typeof briefingDraft>

/** The questions of a briefing in their order, over the version that was on show. */
export const briefingChoice = z.strictObject({
  number: z.int().positive(),
  questions,
  version: z.int().positive(),
})

/** A briefing for a meeting, as it is held. */
export interface Briefing {
  readonly number: number
  readonly meetingDate: string
  readonly questions: readonly number[]
  /** Of the choice of questions. */
  readonly version: number
  readonly texts: Readonly<Record<BriefingField, VersionedText>>
  readonly createdBy: string
  readonly createdAt: string
}
