import { addCoreProperties, type FileProperties } from '../coreProperties.ts'
import { officePackage, type OfficePackage } from '../officePackage.ts'
import { addMasters } from './masters.ts'
import { emu, slideSize, slideSpaces } from './slideSpaces.ts'
import { notesXml, slideXml, type SlideWords } from './slideXml.ts'

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml'

/** A slide: what it says, what stands in the middle, and what is said to it. */
export interface Slide extends Omit<SlideWords, 'body'> {
  /** Gives XML; adds charts and links to the parts, for the slide at this path and number. */
  readonly body: (slide: {
    readonly parts: OfficePackage
    readonly path: string
    readonly number: number
  }) => string
  readonly notes: readonly { readonly bold: string; readonly text: string }[]
}

/** A presentation of these slides. */
export function slidesFile(slides: readonly Slide[], properties: FileProperties): Uint8Array {
  const parts = officePackage()
  parts.relate('', 'officeDocument', 'ppt/presentation.xml')
  const master = parts.relate('ppt/presentation.xml', 'slideMaster', 'slideMasters/slideMaster1.xml')
  const notesMaster = parts.relate('ppt/presentation.xml', 'notesMaster', 'notesMasters/notesMaster1.xml')
  parts.relate('ppt/presentation.xml', 'theme', 'theme/theme1.xml')
  addMasters(parts)
  const listed = slides.map(
    (slide, i) => `<p:sldId id="${256 + i}" r:id="${addSlide(parts, slide, i + 1)}"/>`,
  )
  parts.add(
    'ppt/presentation.xml',
    `<p:presentation ${slideSpaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst><p:sldIdLst>${listed.join('')}</p:sldIdLst><p:sldSz cx="${emu(slideSize.width)}" cy="${emu(slideSize.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    `${presentation}.presentation.main+xml`,
  )
  addCoreProperties(parts, properties)
  return parts.finish()
}

function addSlide(parts: OfficePackage, { body, notes, ...words }: Slide, number: number): string {
  const path = `ppt/slides/slide${number}.xml`
  const notesPath = `ppt/notesSlides/notesSlide${number}.xml`
  parts.relate(path, 'slideLayout', '../slideLayouts/slideLayout1.xml')
  parts.relate(path, 'notesSlide', `../notesSlides/notesSlide${number}.xml`)
  parts.relate(notesPath, 'notesMaster', '../notesMasters/notesMaster1.xml')
  parts.relate(notesPath, 'slide', `../slides/slide${number}.xml`)
  parts.add(path, slideXml({ ...words, body: body({ parts, path, number }) }), `${presentation}.slide+xml`)
  parts.add(notesPath, notesXml(notes), `${presentation}.notesSlide+xml`)
  return parts.relate('ppt/presentation.xml', 'slide', `slides/slide${number}.xml`)
}
