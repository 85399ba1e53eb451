import type { OfficePackage } from '../officePackage.ts'
import { themeType, themeXml } from '../theme.ts'
import { placeXml, places, slideSpaces, treeHead } from './slideSpaces.ts'

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml'

type Place = keyof typeof places

const placeholders: readonly {
  place: Place
  type: string
  id: number
  name: string
  size: number
  words: string
}[] = [
  {
    place: 'title',
    type: 'type="title"',
    id: 2,
    name: 'Title',
    size: 26,
    words: 'The finding, as a sentence',
  },
  {
    place: 'subtitle',
    type: 'type="body" sz="quarter" idx="10"',
    id: 3,
    name: 'Measure',
    size: 14,
    words: 'Measure, unit, area and period',
  },
  {
    place: 'source',
    type: 'type="body" sz="quarter" idx="11"',
    id: 4,
    name: 'Source',
    size: 10,
    words: 'Cautions and source',
  },
]

/** Adds the one layout, its master, the notes' master and the themes; the slides point at `../slideLayouts/slideLayout1.xml`. */
export function addMasters(parts: OfficePackage): void {
  parts.add('ppt/theme/theme1.xml', themeXml(), themeType)
  parts.add('ppt/theme/theme2.xml', themeXml(), themeType)
  const layout = parts.relate(
    'ppt/slideMasters/slideMaster1.xml',
    'slideLayout',
    '../slideLayouts/slideLayout1.xml',
  )
  parts.relate('ppt/slideMasters/slideMaster1.xml', 'theme', '../theme/theme1.xml')
  parts.relate('ppt/slideLayouts/slideLayout1.xml', 'slideMaster', '../slideMasters/slideMaster1.xml')
  parts.relate('ppt/notesMasters/notesMaster1.xml', 'theme', '../theme/theme2.xml')
  parts.add('ppt/slideMasters/slideMaster1.xml', masterXml(layout), `${presentation}.slideMaster+xml`)
  parts.add('ppt/slideLayouts/slideLayout1.xml', layoutXml(), `${presentation}.slideLayout+xml`)
  parts.add('ppt/notesMasters/notesMaster1.xml', notesMasterXml(), `${presentation}.notesMaster+xml`)
}

const colours =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
const background =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'

function masterXml(layout: string): string {
  const level = (size: number, font: string, colour: string, bold = 0) =>
    `<a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size}" b="${bold}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="${font}"/></a:defRPr></a:lvl1pPr>`
  return [
    `<p:sldMaster ${slideSpaces}><p:cSld>${background}<p:spTree>${treeHead}`,
    shape({
      id: 2,
      name: 'Title',
      type: 'type="title"',
      place: 'title',
      size: 26,
      words: 'The finding, as a sentence',
    }),
    shape({ id: 3, name: 'Text', type: 'type="body" idx="1"', place: 'body', size: 14, words: 'Text' }),
    shape({
      id: 4,
      name: 'Footer',
      type: 'type="ftr" sz="quarter" idx="3"',
      place: 'footer',
      size: 10,
      words: '',
    }),
    shape({
      id: 5,
      name: 'Slide number',
      type: 'type="sldNum" sz="quarter" idx="4"',
      place: 'number',
      size: 10,
      words: '',
    }),
    `</p:spTree></p:cSld>${colours}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="${layout}"/></p:sldLayoutIdLst>`,
    `<p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>${level(2600, '+mj-lt', 'tx1', 1)}</p:titleStyle><p:bodyStyle>${level(1400, '+mn-lt', 'tx2')}</p:bodyStyle><p:otherStyle>${level(1200, '+mn-lt', 'tx1')}</p:otherStyle></p:txStyles></p:sldMaster>`,
  ].join('')
}

function layoutXml(): string {
  return [
    `<p:sldLayout ${slideSpaces} preserve="1" userDrawn="1"><p:cSld name="Figure"><p:spTree>${treeHead}`,
    ...placeholders.map(shape),
    shape({
      id: 5,
      name: 'Footer',
      type: 'type="ftr" sz="quarter" idx="3"',
      place: 'footer',
      size: 10,
      words: '',
    }),
    shape({
      id: 6,
      name: 'Slide number',
      type: 'type="sldNum" sz="quarter" idx="4"',
      place: 'number',
      size: 10,
      words: '',
    }),
    '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>',
  ].join('')
}

function shape({ id, name, type, place, size, words }: (typeof placeholders)[number]): string {
  const anchor = place === 'title' ? 'b' : 't'
  const number = place === 'number'
  const text = number
    ? '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    : `<a:r><a:rPr lang="en-GB"/><a:t>${words}</a:t></a:r>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr>${placeXml(places[place])}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="${number ? 'r' : 'l'}"><a:buNone/><a:defRPr sz="${size * 100}"/></a:lvl1pPr></a:lstStyle><a:p>${text}</a:p></p:txBody></p:sp>`
}

function notesMasterXml(): string {
  const picture = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>${placeXml([66, 60, 408, 230])}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="B9B6AD"/></a:solidFill></a:ln></p:spPr></p:sp>`
  const notes = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr>${placeXml([54, 310, 432, 400])}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>`
  return `<p:notesMaster ${slideSpaces}><p:cSld>${background}<p:spTree>${treeHead}${picture}${notes}</p:spTree></p:cSld>${colours}<p:notesStyle><a:lvl1pPr><a:spcBef><a:spcPts val="400"/></a:spcBef><a:defRPr sz="1100"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`
}
