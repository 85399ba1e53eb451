import { z } from 'zod'
import { figureRequestSchema } from '../figures/figureRequest.ts'
import { themes } from '../metrics/themes.ts'
import type { Theme } from '../metrics/metric.ts'
import { typedText } from './typedText.ts'

const themeIds = new Set<string>(themes.map(({ id }) => id))

/** The theme that a question belongs to. */
export const questionTheme = z.custom<Theme>(
  (id) => typeof id === 'string' && themeIds.has(id),
  'Choose one of the themes.',
)

export const questionText = typedText('The question', { most: 600 })
export const askedOf = typedText('Whom it is asked of', { most: 200, needed: false })

/** How many figures a question may rest on. */
export const mostFigures = 6

/** The figures that a question rests on. */
export const questionFigures = z
  .array(figureRequestSchema)
  .min(1, 'A question rests on a figure.')
  .max(mostFigures, `A question rests on no more than ${mostFigures} figures.`)

/**
 * A question as it is first written down: its words, who is to answer, why it is asked, what the answerer would object,
 * and the figures it rests on, which are frozen when it is asked. `suggestion` is the signal that it came from; null for
 * a question of somebody's own.
 */
export const questionDraft = z.strictObject({
  text: questionText,
  theme: questionTheme,
  /** Empty while nobody has been chosen. */
  askedOf,
  why: typedText('Why it is asked', { most: 4_000, needed: false }).optional(),
  caveats: z
    .array(typedText('A caveat', { most: 500 }))
    .max(12)
    .optional(),
  figures: questionFigures,
  suggestion: z.string().max(300).nullable().default(null),
})

export type QuestionDraft = z.infer<typeof questionDraft>
export type QuestionDraftInput = z.input<typeof questionDraft>
