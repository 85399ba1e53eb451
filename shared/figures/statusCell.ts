import type { Point } from '../series/series.ts'
import { capitalise } from './capitalise.ts'
import type { FigureCell } from './figure.ts'
import { pointMarker, statusWords } from './pointMarker.ts'

/** A number, or the marker that stands in its place. */
export function valueCell({ value, status }: Pick<Point, 'value' | 'status'>): FigureCell {
  return value ?? pointMarker(status) ?? '[x]'
}

/** Final, provisional or why there is none, with the marker behind it. */
export function statusCell(point: Pick<Point, 'status'>, restated = false): string {
  const marker = pointMarker(point.status, restated)
  const words = capitalise(statusWords(point.status)) + (restated ? ', revised' : '')
  return marker === null ? words : `${words} ${marker}`
}
