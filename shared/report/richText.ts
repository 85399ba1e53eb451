import { z } from 'zod'

/** Addresses that a text may link to: nothing that a browser or an Office program would run. */
const linkPattern = /^(https?:\/\/|mailto:)[^\s<>"']+$/i

export const richRunSchema = z.strictObject({
  text: z.string().min(1).max(10_000),
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  link: z.string().max(2000).regex(linkPattern).nullable().default(null),
})

/** As much as one cell of a spreadsheet takes, with room to spare. */
const longestParagraph = 20_000

export const richParagraphSchema = z
  .strictObject({
    kind: z.enum(['paragraph', 'bullet', 'numbered']),
    runs: z.array(richRunSchema).max(500),
  })
  .refine(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, 0) <= longestParagraph, {
    message: 'a paragraph is too long',
  })

/** What a person writes: paragraphs and items of lists, with bold, italic and links. Plain data, never markup. */
export const richTextSchema = z.array(richParagraphSchema).max(500)

export type RichRun = Readonly<z.output<typeof richRunSchema>>
export type RichParagraph = Readonly<Omit<z.output<typeof richParagraphSchema>, 'runs'>> & {
  readonly runs: readonly RichRun[]
}
export type RichText = readonly RichParagraph[]

/** Words without emphasis as one paragraph for each line; no text is no paragraph. */
export function richTextOf(words: string): RichText {
  return words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'paragraph', runs: [{ text, bold: false, italic: false, link: null }] }))
}

/** The words alone, a line for each paragraph: for alternative texts, comparing and searching. */
export function plainWords(text: RichText): string {
  return text.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
}
