import { chartsOf } from '../../../shared/figures/chartsOf.ts'
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
  const { title, subtitle, table, state, source, method, reference } = figure
  const cautions = [...figure.caveats, ...figure.gaps, ...figure.events]
  const marks = cautions.map((text) => footnoteMark(notes.add(text)))
  const marked = marks.flatMap((mark, i) =>
    i === 0 ? [mark] : ['<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>,</w:t></w:r>', mark],
  )
  const drawn = shows === 'chart' && chartsOf(figure).length > 0
  const words = [source, method, state].filter((text) => text !== '').join(' ')
  return {
    chart: drawn
      ? [
          chartParagraphs(chartRuns(parts, figure, number)),
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

/** Two panels a row; only the last row stays with the caption, so that a figure of many may begin on any page. */
function chartParagraphs(runs: readonly string[]): string {
  const rows = runs.flatMap((_, i) => (i % 2 === 0 ? [runs.slice(i, i + 2)] : []))
  return rows
    .map((row, i) => {
      const content = paragraph('Chart', row)
      return i === rows.length - 1 ? content : content.replace('</w:pPr>', '<w:keepNext w:val="0"/></w:pPr>')
    })
    .join('')
}

/** A chart as wide as the page, or panels two beside each other. */
function chartRuns(parts: DocumentParts['parts'], figure: Figure, number: number): string[] {
  return chartsOf(figure).map(({ name, chart }, i) => {
    const height =
      chart.form === 'bars'
        ? Math.max(180, 60 + chart.categories.length * chart.series.length * 18)
        : room.chart
    const panel = name !== null
    const size = panel ? ([Math.floor(room.width / 2) - 4, 176] as const) : ([room.width, height] as const)
    // Panels are numbered behind their figure, apart from every other chart.
    const own = panel ? number * 1000 + i : number
    addChart(parts, {
      chart,
      folder: 'word',
      number: own,
      textSize: panel ? 8 : 9,
      size,
      ...(panel && { title: name }),
    })
    const id = parts.relate(body, 'chart', `charts/chart${own}.xml`)
    const altText = panel ? `${name}. ${figure.altText}` : figure.altText
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size[0] * emuPerPoint}" cy="${size[1] * emuPerPoint}"/><wp:docPr id="${own}" name="Figure ${number}${panel ? `, ${xmlText(name)}` : ''}" descr="${xmlText(altText)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  })
}
