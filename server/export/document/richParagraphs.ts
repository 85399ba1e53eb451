import type { RichRun, RichText } from '../../../shared/report/richText.ts'
import { body, type DocumentParts } from './documentFile.ts'
import { link, paragraph, run } from './paragraphs.ts'

/** What somebody wrote, as paragraphs and real lists of the document. */
export function richParagraphs(text: RichText, { parts, lists }: DocumentParts): string {
  let list: number | null = null
  return text
    .map(({ kind, runs }, i) => {
      if (kind !== 'numbered') list = null
      else if (text[i - 1]?.kind !== 'numbered') list = lists.begin()
      const content = runs.map((each) => runXml(each, parts))
      if (kind === 'paragraph') return paragraph('BodyText', content)
      const number = kind === 'bullet' ? lists.bullet : list
      return paragraph('ListItem', content).replace(
        '</w:pPr>',
        `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr></w:pPr>`,
      )
    })
    .join('')
}

function runXml({ text, bold, italic, link: address }: RichRun, parts: DocumentParts['parts']): string {
  return address === null
    ? run(text, { bold, italic })
    : link(parts.relate(body, 'hyperlink', address, true), text, { bold, italic })
}
