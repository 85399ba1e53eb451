import { xmlText } from '../xml.ts'

/** Part of a paragraph, already XML. */
export type Run = string

interface Emphasis {
  readonly bold?: boolean
  readonly italic?: boolean
}

/** Text in a document. */
export function run(text: string, { bold = false, italic = false }: Emphasis = {}): Run {
  const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
}

/** A paragraph of one of the document's styles. */
export function paragraph(style: string, runs: readonly Run[]): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`
}

/** A number that Word counts: figures and tables keep their order when some are added or moved. */
export function sequence(name: 'Figure' | 'Table', number: number): Run {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> SEQ ${name} \\* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${number}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

/** The mark of a footnote. */
export function footnoteMark(id: number): Run {
  return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
}

/** A link to an address outside. */
export function link(
  relationship: string,
  text: string,
  { bold = false, italic = false }: Emphasis = {},
): Run {
  const look = `<w:rStyle w:val="Hyperlink"/>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`
  return `<w:hyperlink r:id="${relationship}"><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:hyperlink>`
}

/** A place that the contents point at, around what stands there. */
export function bookmark(id: number, name: string, runs: readonly Run[]): Run[] {
  return [`<w:bookmarkStart w:id="${id}" w:name="${name}"/>`, ...runs, `<w:bookmarkEnd w:id="${id}"/>`]
}

/** The text of a heading with the page it is on, which Word and LibreOffice work out when they open the file. */
export function contentsEntry(text: string, place: string): Run {
  const page = `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF ${place} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  return `<w:hyperlink w:anchor="${place}" w:history="1">${run(text)}<w:r><w:tab/></w:r>${page}</w:hyperlink>`
}
