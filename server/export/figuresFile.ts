import type { Figure } from '../../shared/figures/figure.ts'
import type { ExportRequest, FigureRequest } from '../../shared/figures/figureRequest.ts'
import { collectionName } from './collectionName.ts'
import type { ExportOrder } from './exportJobs.ts'
import { figuresOf, type FigureAnswers } from './figuresOf.ts'
import { writeAside } from './writeAside.ts'
import { fileKinds } from './writeFile.ts'

interface Wanted {
  readonly request: ExportRequest
  readonly board: string
  readonly now: () => Date
  readonly answers: (edition: number | null) => FigureAnswers
  readonly cite: (
    figure: Figure,
    asked: { readonly request: FigureRequest; readonly place: number },
  ) => Promise<Figure>
}

/** How a file of figures is made: read and cited one after another, then written in a thread of its own. */
export function figuresFile({ request, board, now, answers, cite }: Wanted): Omit<ExportOrder, 'owner'> {
  return {
    steps: request.figures.length + 1,
    async make(done, signal) {
      const figures: Figure[] = []
      for (const [at, wanted] of request.figures.entries()) {
        const found = await figuresOf(answers(wanted.edition), wanted)
        for (const [place, figure] of found.entries())
          figures.push(await cite(figure, { request: wanted, place }))
        done(at + 1)
      }
      const { title, fileName } = collectionName(figures)
      const collection = { title, board, figures, made: now().toISOString(), shows: request.shows }
      const bytes = await writeAside({ kind: 'figures', format: request.format, collection }, signal)
      return { name: `${fileName}.${fileKinds[request.format].extension}`, bytes }
    },
  }
}
