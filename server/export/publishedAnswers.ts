import type { Viewer } from '../../shared/access/viewer.ts'
import { publishedPage, publishedSeries } from '../editions/readEdition.ts'
import type { Installation } from '../installation.ts'
import type { FigureAnswers } from './figuresOf.ts'

/** The figures of an edition, as this viewer may see them. Nothing is computed. */
export function publishedAnswers(
  { workspace, partnership }: Installation,
  { viewer, edition }: { readonly viewer: Viewer; readonly edition: number },
): FigureAnswers {
  const request = { workspace, partnership, viewer, edition }
  return {
    partnership,
    page: (query) => publishedPage(request, query),
    series: (query) => publishedSeries(request, query),
  }
}
