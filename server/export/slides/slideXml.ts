import { xmlText } from '../xml.ts'
import { placeXml, places, slideSpaces, treeHead, type Place } from './slideSpaces.ts'

/** What a slide says around its chart or table. */
export interface SlideWords {
  readonly title: string
  readonly subtitle: string
  readonly source: readonly { readonly bold: string; readonly text: string }[]
  readonly footer: string
  /** Where the title stands, if not where the layout has it. */
  readonly titlePlace?: Place
  /** Already XML: the chart's frame or the table's. */
  readonly body: string
}

/** One slide: finding, measure, body, cautions with source, footer. */
export function slideXml({ title, titlePlace, subtitle, source, footer, body }: SlideWords): string {
  const paragraph = (runs: string) => `<a:p>${runs}</a:p>`
  return [
    `<p:sld ${slideSpaces}><p:cSld><p:spTree>${treeHead}`,
    placeholder({ id: 2, name: 'Title', type: 'type="title"', place: titlePlace }, paragraph(run(title))),
    subtitle === ''
      ? ''
      : placeholder(
          { id: 3, name: 'Measure', type: 'type="body" sz="quarter" idx="10"' },
          paragraph(run(subtitle)),
        ),
    body,
    source.length === 0
      ? ''
      : placeholder(
          { id: 5, name: 'Source', type: 'type="body" sz="quarter" idx="11"' },
          source.map(({ bold, text }) => paragraph(run(`${bold} `, true) + run(text))).join(''),
        ),
    placeholder(
      { id: 6, name: 'Footer', type: 'type="ftr" sz="quarter" idx="3"' },
      `<a:p>${small(footer)}</a:p>`,
    ),
    placeholder(
      { id: 7, name: 'Slide number', type: 'type="sldNum" sz="quarter" idx="4"' },
      '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB" sz="1000"><a:latin typeface="+mn-lt"/></a:rPr><a:t>‹#›</a:t></a:fld></a:p>',
    ),
    '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>',
  ].join('')
}

/** A frame for a chart, with its alternative text. */
export function chartFrame({
  relationship,
  altText,
  place,
  id = 4,
}: {
  readonly relationship: string
  readonly altText: string
  readonly place: Place
  /** Unlike that of any other shape of the slide. */
  readonly id?: number
}): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Chart" descr="${xmlText(altText)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placeXml(place, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relationship}"/></a:graphicData></a:graphic></p:graphicFrame>`
}

/** Plain sentences in place of a chart. */
export function sentences(texts: readonly string[]): string {
  const paragraphs = texts.map((text) => `<a:p>${run(text)}</a:p>`).join('')
  return `<p:sp><p:nvSpPr><p:cNvPr id="4" name="Why there is no chart"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(places.body)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr><a:spcBef><a:spcPts val="600"/></a:spcBef><a:defRPr sz="1600"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>${paragraphs}</p:txBody></p:sp>`
}

/** The notes of a slide, for whoever speaks to it. */
export function notesXml(notes: readonly { readonly bold: string; readonly text: string }[]): string {
  const text = notes
    .map(({ bold, text: words }) => `<a:p>${run(`${bold} `, true)}${run(words)}</a:p>`)
    .join('')
  return `<p:notes ${slideSpaces}><p:cSld><p:spTree>${treeHead}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>${placeholder({ id: 3, name: 'Notes', type: 'type="body" idx="1"' }, text)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
}

function run(text: string, bold = false): string {
  return `<a:r><a:rPr lang="en-GB"${bold ? ' b="1"' : ''} dirty="0"/><a:t>${xmlText(text)}</a:t></a:r>`
}

/** The footer says its size itself: not every program takes it from the layout. */
function small(text: string): string {
  return `<a:pPr algn="l"/><a:r><a:rPr lang="en-GB" sz="1000" dirty="0"><a:solidFill><a:srgbClr val="5A616A"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr><a:t>${xmlText(text)}</a:t></a:r>`
}

function placeholder(
  {
    id,
    name,
    type,
    place,
  }: {
    readonly id: number
    readonly name: string
    readonly type: string
    readonly place?: Place | undefined
  },
  paragraphs: string,
): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr>${place ? placeXml(place) : ''}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
}
