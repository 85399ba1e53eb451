import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { Collection } from '../collection.ts'
import { documentFigure } from './documentFigure.ts'
import { documentFile } from './documentFile.ts'
import { paragraph, run } from './paragraphs.ts'

/** The figures as a document: the finding as heading, then the figure with its words and its table. */
export function figureDocument({ figures, title, board, made, shows }: Collection): Uint8Array {
  const states = [...new Set(figures.map(({ state }) => state))]
  return documentFile({ title, board, made, footer: `${title}. ${states.join(' ')}` }, (document) =>
    [
      paragraph('Title', [run(title)]),
      paragraph('Subtitle', [run(`${board}, ${formatDate(made)}`)]),
      ...states.map((state) => paragraph('Subtitle', [run(state, { bold: true })])),
      ...figures.map((figure, index) => {
        const { chart, words, table } = documentFigure(document, { figure, number: index + 1, shows })
        const head = paragraph('Heading1', [run(figure.title)]) + paragraph('Measure', [run(figure.subtitle)])
        return head + chart + words + table
      }),
    ].join(''),
  )
}
