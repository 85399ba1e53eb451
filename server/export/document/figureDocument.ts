import type { Figure } from '../../../shared/figures/figure.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { addChart } from '../chart/addChart.ts'
import type { Collection } from '../collection.ts'
import { addCoreProperties } from '../coreProperties.ts'
import { officePackage, type OfficePackage } from '../officePackage.ts'
import { themeType, themeXml } from '../theme.ts'
import { xmlText } from '../xml.ts'
import { documentStyles } from './documentStyles.ts'
import { documentTable } from './documentTable.ts'
import { footnotes, type Footnotes } from './footnotes.ts'
import { footnoteMark, link, paragraph, run, sequence } from './paragraphs.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const body = 'word/document.xml'
const emuPerPoint = 12_700

/** Room between the margins of A4, and the picture's height, in points. */
const room = { width: 482, chart: 282 } as const

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

/**
 * The figures as a document: the finding as heading, a chart that can be edited, a numbered caption with the cautions
 * as footnotes, source and reference, and the same numbers as a table.
 */
export function figureDocument({ figures, title, board, made, shows }: Collection): Uint8Array {
  const parts = officePackage()
  parts.relate('', 'officeDocument', body)
  for (const [kind, target] of [
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['theme', 'theme/theme1.xml'],
    ['footnotes', 'footnotes.xml'],
  ] as const)
    parts.relate(body, kind, target)
  const footer = parts.relate(body, 'footer', 'footer1.xml')
  const notes = footnotes()
  const states = [...new Set(figures.map(({ state }) => state))]
  const content = [
    paragraph('Title', [run(title)]),
    paragraph('Subtitle', [run(`${board}, ${formatDate(made)}`)]),
    ...states.map((state) => paragraph('Subtitle', [run(state, { bold: true })])),
    ...figures.map((figure, index) => figureXml({ parts, notes, figure, number: index + 1, shows })),
    `<w:sectPr><w:footerReference w:type="default" r:id="${footer}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`,
  ]
  parts.add(
    body,
    `<w:document ${spaces}><w:body>${content.join('')}</w:body></w:document>`,
    `${word}.document.main+xml`,
  )
  parts.add('word/styles.xml', documentStyles(), `${word}.styles+xml`)
  parts.add(
    'word/settings.xml',
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>',
    `${word}.settings+xml`,
  )
  parts.add('word/theme/theme1.xml', themeXml(), themeType)
  parts.add('word/footnotes.xml', notes.xml(), `${word}.footnotes+xml`)
  parts.add('word/footer1.xml', footerXml(`${title}. ${states.join(' ')}`), `${word}.footer+xml`)
  addCoreProperties(parts, { title, subject: board, creator: board, created: made })
  return parts.finish()
}

interface FigureRequest {
  readonly parts: OfficePackage
  readonly notes: Footnotes
  readonly figure: Figure
  readonly number: number
  readonly shows: Collection['shows']
}

function figureXml({ parts, notes, figure, number, shows }: FigureRequest): string {
  const { chart, title, subtitle, table, state, source, method, reference } = figure
  const cautions = [...figure.caveats, ...figure.gaps, ...figure.events]
  const marks = cautions.map((text) => footnoteMark(notes.add(text)))
  const marked = marks.flatMap((mark, i) =>
    i === 0 ? [mark] : ['<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>,</w:t></w:r>', mark],
  )
  const drawn = shows === 'chart' && chart !== null
  const words = [source, method, state].filter((text) => text !== '').join(' ')
  return [
    paragraph('Heading1', [run(title)]),
    paragraph('Measure', [run(subtitle)]),
    drawn ? paragraph('Chart', [chartRun(parts, figure, number)]) : '',
    drawn
      ? paragraph('Caption', [run('Figure '), sequence('Figure', number), run(`. ${title}.`), ...marked])
      : '',
    paragraph('Source', [run('What it counts. ', { bold: true }), run(figure.metric.definition)]),
    paragraph('Source', [run('Source. ', { bold: true }), run(words)]),
    reference === null
      ? ''
      : paragraph('Source', [
          run('Cite as. ', { bold: true }),
          run(`${reference.line.replace(reference.link, '').trim()} `),
          link(parts.relate(body, 'hyperlink', reference.link, true), reference.link),
        ]),
    paragraph('Caption', [
      run('Table '),
      sequence('Table', number),
      run(`. ${subtitle}.`),
      ...(drawn ? [] : marked),
    ]),
    documentTable(table, { title: subtitle, description: `The numbers behind: ${title}`, width: room.width }),
    paragraph('Source', [
      run(
        '[p] provisional, [r] revised, [c] hidden to protect people, [x] not available, [z] not applicable.',
      ),
    ]),
  ].join('')
}

function chartRun(parts: OfficePackage, { chart, altText }: Figure, number: number): string {
  if (chart === null) throw new Error('a figure without a chart')
  const height =
    chart.form === 'bars'
      ? Math.max(180, 60 + chart.categories.length * chart.series.length * 18)
      : room.chart
  addChart(parts, { chart, folder: 'word', number, textSize: 9, size: [room.width, height] })
  const id = parts.relate(body, 'chart', `charts/chart${number}.xml`)
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${room.width * emuPerPoint}" cy="${height * emuPerPoint}"/><wp:docPr id="${number}" name="Figure ${number}" descr="${xmlText(altText)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

function footerXml(text: string): string {
  const page =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
  return `<w:ftr ${spaces}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="${room.width * 20}"/></w:tabs></w:pPr>${run(text)}<w:r><w:tab/></w:r>${page}</w:p></w:ftr>`
}
