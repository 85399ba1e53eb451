import { xmlText } from '../xml.ts'

/** Part of a paragraph, already XML. */
export type Run = string

/** Text in a document. */
export function run(text: string, { bold = false }: { readonly bold?: boolean } = {}): Run {
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
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
export function link(relationship: string, text: string): Run {
  return `<w:hyperlink r:id="${relationship}"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>${xmlText(text)}</w:t></w:r></w:hyperlink>`
}
