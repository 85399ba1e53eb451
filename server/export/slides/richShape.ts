import type { RichParagraph, RichRun, RichText } from '../../../shared/report/richText.ts'
import type { OfficePackage } from '../officePackage.ts'
import { xmlText } from '../xml.ts'
import { emu, placeXml, type Place } from './slideSpaces.ts'

interface Where {
  readonly parts: OfficePackage
  /** The slide. */
  readonly path: string
  readonly place: Place
  /** Points. */
  readonly size: number
}

/** What somebody wrote, as a text box of a slide. */
export function richShape(text: RichText, { parts, path, place, size }: Where): string {
  const paragraphs = text.map(({ kind, runs }) => {
    const listed = kind === 'paragraph' ? '<a:buNone/>' : kind === 'bullet' ? bullet : numbered
    const indent = kind === 'paragraph' ? '' : ` marL="${emu(18)}" indent="-${emu(18)}"`
    const content = runs.map((run) => runXml(run, { parts, path, size })).join('')
    return `<a:p><a:pPr${indent}><a:spcBef><a:spcPts val="600"/></a:spcBef>${listed}</a:pPr>${content}</a:p>`
  })
  return `<p:sp><p:nvSpPr><p:cNvPr id="9" name="Text"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.join('') || '<a:p/>'}</p:txBody></p:sp>`
}

const bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
const numbered = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'

function runXml(
  { text, bold, italic, link }: RichRun,
  { parts, path, size }: Pick<Where, 'parts' | 'path' | 'size'>,
): string {
  const target = link === null ? '' : `<a:hlinkClick r:id="${parts.relate(path, 'hyperlink', link, true)}"/>`
  return `<a:r><a:rPr lang="en-GB" sz="${size * 100}"${bold ? ' b="1"' : ''}${italic ? ' i="1"' : ''} dirty="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>${target}</a:rPr><a:t>${xmlText(text)}</a:t></a:r>`
}

/** The text in pieces that fit so many lines of so many letters each; a paragraph longer than that stays whole. */
export function piecesOf(text: RichText, lines: number, letters: number): RichText[] {
  const pieces: RichParagraph[][] = [[]]
  let used = 0
  for (const paragraph of text) {
    const needs = linesOf(paragraph, letters)
    if (used > 0 && used + needs > lines) {
      pieces.push([])
      used = 0
    }
    pieces.at(-1)?.push(paragraph)
    used += needs
  }
  return pieces
}

/** How many lines a text takes, with the room between its paragraphs. */
export function linesIn(text: RichText, letters: number): number {
  return text.reduce((sum, paragraph) => sum + linesOf(paragraph, letters), 0)
}

function linesOf({ runs }: RichParagraph, letters: number): number {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0)
  return Math.max(1, Math.ceil(length / letters)) + 0.3
}
