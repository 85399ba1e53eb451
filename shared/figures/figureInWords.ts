import { dimensionsOf } from '../feeds/dimensionsOf.ts'
import type { FigureRequest } from './figureRequest.ts'
import { viewInWords, type FigureNames } from './figureViews.ts'
import { formatMonths } from './formatMonths.ts'

const grains = {
  month: '',
  quarter: 'by quarter',
  financialYear: 'by financial year',
  calendarYear: 'by year',
}

/** Which figure a request means: of what and where, and how it is drawn. */
export function figureInWords(
  request: FigureRequest,
  names: FigureNames,
): { readonly subject: string; readonly drawn: string } {
  const { metric, areas, filters, grain, from, to } = request.query
  const of = names.metrics.find(({ id }) => id === metric)
  const feed = names.feeds.find(({ id }) => id === of?.feed)
  const parts = Object.entries(filters).flatMap(([dimension, codes]) =>
    codes.map((code) => (feed ? dimensionsOf(feed).labelOf({ dimension, code }) : code) ?? code),
  )
  const { partnership } = names
  const places = areas.map((code) => partnership.areas.find((area) => area.code === code)?.name ?? code)
  return {
    subject: [of?.name ?? metric, ...parts, ...(places.length === 0 ? [partnership.areaName] : places)].join(
      ', ',
    ),
    drawn: [
      viewInWords(request, names),
      grains[grain],
      from !== undefined && to !== undefined ? formatMonths(from, to) : '',
    ]
      .filter((words) => words !== '')
      .join(', '),
  }
}
