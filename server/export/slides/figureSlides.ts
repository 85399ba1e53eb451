import type { Figure } from '../../../shared/figures/figure.ts'
import { addChart } from '../chart/addChart.ts'
import type { Collection } from '../collection.ts'
import { addCoreProperties } from '../coreProperties.ts'
import { figureFooter } from '../figureWords.ts'
import { officePackage, type OfficePackage } from '../officePackage.ts'
import { figureNotes } from '../workbook/noteRows.ts'
import { addMasters } from './masters.ts'
import { emu, places, slideSize, slideSpaces } from './slideSpaces.ts'
import { chartFrame, notesXml, sentences, slideXml } from './slideXml.ts'
import { tableFrames } from './tableSlides.ts'

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml'

/**
 * The figures as a presentation: a slide each, the finding as title, a chart that can be edited, and speaker notes with
 * definition, cautions and source. What was asked for as a table comes as tables.
 */
export function figureSlides({ figures, title, board, made, shows }: Collection): Uint8Array {
  const parts = officePackage()
  parts.relate('', 'officeDocument', 'ppt/presentation.xml')
  const master = parts.relate('ppt/presentation.xml', 'slideMaster', 'slideMasters/slideMaster1.xml')
  const notesMaster = parts.relate('ppt/presentation.xml', 'notesMaster', 'notesMasters/notesMaster1.xml')
  parts.relate('ppt/presentation.xml', 'theme', 'theme/theme1.xml')
  addMasters(parts)
  const ids: string[] = []
  for (const figure of figures) {
    const bodies = bodiesOf(parts, figure, { shows, number: ids.length + 1 })
    bodies.forEach((body, at) => {
      const of = bodies.length > 1 ? ` (${at + 1} of ${bodies.length})` : ''
      ids.push(addSlide(parts, { figure, number: ids.length + 1, body, of, board }))
    })
  }
  const listed = ids.map((id, i) => `<p:sldId id="${256 + i}" r:id="${id}"/>`).join('')
  parts.add(
    'ppt/presentation.xml',
    `<p:presentation ${slideSpaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst><p:sldIdLst>${listed}</p:sldIdLst><p:sldSz cx="${emu(slideSize.width)}" cy="${emu(slideSize.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    `${presentation}.presentation.main+xml`,
  )
  addCoreProperties(parts, { title, subject: board, creator: board, created: made })
  return parts.finish()
}

type Body = (slide: string) => string

/** A chart; tables where they were asked for; where there is nothing to draw, one slide that says why. */
function bodiesOf(
  parts: OfficePackage,
  figure: Figure,
  { shows, number }: { readonly shows: Collection['shows']; readonly number: number },
): Body[] {
  if (shows === 'table') return tableFrames(figure).map((frame) => () => frame)
  if (figure.chart === null) return [() => sentences(figure.gaps)]
  return [chartBody(parts, figure, number)]
}

function chartBody(parts: OfficePackage, { chart, altText }: Figure, number: number): Body {
  return (slide) => {
    if (chart === null) throw new Error('a figure without a chart')
    addChart(parts, { chart, folder: 'ppt', number, textSize: 11, size: [places.body[2], places.body[3]] })
    return chartFrame({ relationship: parts.relate(slide, 'chart', `../charts/chart${number}.xml`), altText })
  }
}

interface Slide {
  readonly figure: Figure
  readonly number: number
  readonly body: Body
  readonly of: string
  readonly board: string
}

function addSlide(parts: OfficePackage, { figure, number, body, of, board }: Slide): string {
  const path = `ppt/slides/slide${number}.xml`
  const notes = `ppt/notesSlides/notesSlide${number}.xml`
  parts.relate(path, 'slideLayout', '../slideLayouts/slideLayout1.xml')
  parts.relate(path, 'notesSlide', `../notesSlides/notesSlide${number}.xml`)
  parts.relate(notes, 'notesMaster', '../notesMasters/notesMaster1.xml')
  parts.relate(notes, 'slide', `../slides/slide${number}.xml`)
  parts.add(
    path,
    slideXml({
      title: figure.title + of,
      subtitle: figure.subtitle,
      source: figureFooter(figure),
      footer: `${board}. ${figure.state}`,
      body: body(path),
    }),
    `${presentation}.slide+xml`,
  )
  const spoken = [['In words', figure.altText] as const, ...figureNotes(figure)]
  parts.add(
    notes,
    notesXml(spoken.map(([about, text]) => ({ bold: `${about}.`, text }))),
    `${presentation}.notesSlide+xml`,
  )
  return parts.relate('ppt/presentation.xml', 'slide', `slides/slide${number}.xml`)
}
