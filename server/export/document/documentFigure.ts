import type { Figure } from '../../../shared/figures/figure.ts'
import { addChart } from '../chart/addChart.ts'
import { xmlText } from '../xml.ts'
import { body, room, type DocumentParts } from './documentFile.ts'
import { documentTable } from './documentTable.ts'
import { footnoteMark, link, paragraph, run, sequence } from './paragraphs.ts'

const emuPerPoint = 12_700

interface Request {
  readonly figure: Figure
  readonly number: number
  readonly shows: 'chart' | 'table'
}

/**
 * A figure in a document: a chart that can be edited with a numbered caption, the cautions as footnotes, definition, source
 * and reference; and apart from it the same numbers as a table, so that tables may stand at the end.
 */
export function documentFigure(
  document: DocumentParts,
  { figure, number, shows }: Request,
): { readonly chart: string; readonly words: string; readonly table: string } {
  const { parts, notes } = document
  const { chart, title, subtitle, table, state, source, method, reference } = figure
  const cautions = [...figure.caveats, ...figure.gaps, ...figure.events]
  const marks = cautions.map((text) => footnoteMark(notes.add(text)))
  const marked = marks.flatMap((mark, i) =>
    i === 0 ? [mark] : ['<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>,</w:t></w:r>', mark],
  )
  const drawn = shows === 'chart' && chart !== null
  const words = [source, method, state].filter((text) => text !== '').join(' ')
  return {
    chart: drawn
      ? [
          paragraph('Chart', [chartRun(parts, figure, number)]),
          paragraph('Caption', [run('Figure '), sequence('Figure', number), run(`. ${title}.`), ...marked]),
        ].join('')
      : '',
    words: [
      paragraph('Source', [run('What it counts. ', { bold: true }), run(figure.metric.definition)]),
      paragraph('Source', [run('Source. ', { bold: true }), run(words)]),
      reference === null
        ? ''
        : paragraph('Source', [
            run('Cite as. ', { bold: true }),
            run(`${reference.line.replace(reference.link, '').trim()} `),
            link(parts.relate(body, 'hyperlink', reference.link, true), reference.link),
          ]),
    ].join(''),
    table: [
      paragraph('Caption', [
        run('Table '),
        sequence('Table', number),
        run(`. ${subtitle}.`),
        ...(drawn ? [] : marked),
      ]),
      documentTable(table, {
        title: subtitle,
        description: `The numbers behind: ${title}`,
        width: room.width,
      }),
      paragraph('Source', [
        run(
          '[p] provisional, [r] revised, [c] hidden to protect people, [x] not available, [z] not applicable.',
        ),
      ]),
      forecastTable(figure, number),
    ].join(''),
  }
}

/** What is expected, below what is recorded and apart from it. */
function forecastTable({ forecast, subtitle }: Figure, number: number): string {
  if (forecast === undefined) return ''
  const caption = `Table ${number}, forecast. What is expected if things go on as they did, with intervals of 80% and 95%; nothing of it is recorded.`
  return [
    paragraph('Caption', [run(caption)]),
    documentTable(forecast, { title: `Forecast: ${subtitle}`, description: caption, width: room.width }),
    paragraph('Source', []),
  ].join('')
}

function chartRun(parts: DocumentParts['parts'], { chart, altText }: Figure, number: number): string {
  if (chart === null) throw new Error('a figure without a chart')
  const height =
    chart.form === 'bars'
      ? Math.max(180, 60 + chart.categories.length * chart.series.length * 18)
      : room.chart
  addChart(parts, { chart, folder: 'word', number, textSize: 9, size: [room.width, height] })
  const id = parts.relate(body, 'chart', `charts/chart${number}.xml`)
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${room.width * emuPerPoint}" cy="${height * emuPerPoint}"/><wp:docPr id="${number}" name="Figure ${number}" descr="${xmlText(altText)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
