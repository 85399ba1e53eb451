import type { Figure } from '../../../shared/figures/figure.ts'
import { shorthand } from './shorthand.ts'

/** Every note of a workbook: to which sheet it applies, what it is about, and the note. */
export function noteRows(figures: readonly Figure[]): (readonly [string, string, string])[] {
  return [
    ...shorthand.map(({ marker, meaning }) => ['All tables', `Marker ${marker}`, meaning] as const),
    ...figures.flatMap((figure, index) =>
      figureNotes(figure).map((note) => [`Table ${index + 1}`, ...note] as const),
    ),
  ]
}

/** What must be known of a figure, wherever it goes: definition, cautions, gaps, events, method, source, reference. */
export function figureNotes(figure: Figure): (readonly [about: string, note: string])[] {
  const { metric, caveats, gaps, events, method, source, state, reference } = figure
  return [
    ['Definition', `${metric.name}: ${metric.definition}`],
    ...caveats.map((note) => ['Read with care', note] as const),
    ...gaps.map((note) => ['No figure', note] as const),
    ...events.map((note) => ['Event', note] as const),
    ...(method === '' ? [] : [['Method', method] as const]),
    ['Source', source],
    ['State', state],
    ...(reference === null ? [] : [['Reference', reference.line] as const]),
  ]
}
