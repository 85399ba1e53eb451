import { chartsOf } from '../../../shared/figures/chartsOf.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import { addChart } from '../chart/addChart.ts'
import { figureFooter } from '../figureWords.ts'
import { figureNotes } from '../workbook/noteRows.ts'
import { chartFrame, sentences } from './slideXml.ts'
import { panelBodies } from './panelFrames.ts'
import { places, type Place } from './slideSpaces.ts'
import type { Slide } from './slidesFile.ts'
import { tableFrames } from './tableSlides.ts'

/**
 * The slides of a figure: a chart that can be edited, or tables where they were asked for; where there is nothing to draw,
 * one slide that says why.
 */
export function figureSlide(
  figure: Figure,
  { shows, board }: { readonly shows: 'chart' | 'table'; readonly board: string },
): Slide[] {
  const bodies = bodiesOf(figure, shows)
  const spoken = [['In words', figure.altText] as const, ...figureNotes(figure)]
  return bodies.map((body, at) => ({
    title: figure.title + (bodies.length > 1 ? ` (${at + 1} of ${bodies.length})` : ''),
    subtitle: figure.subtitle,
    source: figureFooter(figure),
    footer: `${board}. ${figure.state}`,
    body,
    notes: spoken.map(([about, text]) => ({ bold: `${about}.`, text })),
  }))
}

function bodiesOf(figure: Figure, shows: 'chart' | 'table'): Slide['body'][] {
  if (shows === 'table' || (chartsOf(figure).length === 0 && holdsNumbers(figure))) {
    const expected =
      figure.forecast === undefined ? [] : tableFrames(figure.forecast, `Forecast: ${figure.subtitle}`)
    return [...tableFrames(figure.table, figure.subtitle), ...expected].map((frame) => () => frame)
  }
  if (figure.panels) return panelBodies(figure)
  if (figure.chart === null) return [() => sentences(figure.gaps)]
  return [chartBody(figure, places.body)]
}

/** Whether a figure without a chart still says something: it is a table. */
function holdsNumbers({ table }: Figure): boolean {
  return table.rows.some((cells) => cells.some((cell) => typeof cell === 'number'))
}

/** The chart of a figure at a place of a slide. Throws where there is none. */
export function chartBody({ chart, altText }: Figure, place: Place): Slide['body'] {
  if (chart === null) throw new Error('a figure without a chart')
  return ({ parts, path, number }) => {
    addChart(parts, { chart, folder: 'ppt', number, textSize: 11, size: [place[2], place[3]] })
    const relationship = parts.relate(path, 'chart', `../charts/chart${number}.xml`)
    return chartFrame({ relationship, altText, place })
  }
}
