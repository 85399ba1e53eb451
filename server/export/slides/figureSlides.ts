import type { Collection } from '../collection.ts'
import { figureSlide } from './figureSlide.ts'
import { slidesFile } from './slidesFile.ts'

/**
 * The figures as a presentation: a slide each, the finding as title, a chart that can be edited, and speaker notes with
 * definition, cautions and source. What was asked for as a table comes as tables.
 */
export function figureSlides({ figures, title, board, made, shows }: Collection): Uint8Array {
  const slides = figures.flatMap((figure) => figureSlide(figure, { shows, board }))
  return slidesFile(slides, { title, subject: board, creator: board, created: made })
}
