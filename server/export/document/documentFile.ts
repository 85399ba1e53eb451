import { addCoreProperties } from '../coreProperties.ts'
import { officePackage, type OfficePackage } from '../officePackage.ts'
import { themeType, themeXml } from '../theme.ts'
import { documentStyles } from './documentStyles.ts'
import { footnotes, type Footnotes } from './footnotes.ts'
import { numbering, type Numbering } from './numbering.ts'
import { run } from './paragraphs.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The part that holds the text. */
export const body = 'word/document.xml'

/** Room between the margins of A4, and the picture's height, in points. */
export const room = { width: 482, chart: 282 } as const

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

interface About {
  readonly title: string
  readonly board: string
  /** ISO 8601 UTC. */
  readonly made: string
  /** What stands at the foot of every page, before its number. */
  readonly footer: string
}

/** What the text of a document may add to beside itself. */
export interface DocumentParts {
  readonly parts: OfficePackage
  readonly notes: Footnotes
  readonly lists: Numbering
}

/** A Word document: `content` gives its body and adds charts, footnotes and lists as it goes. */
export function documentFile(about: About, content: (document: DocumentParts) => string): Uint8Array {
  const parts = officePackage()
  parts.relate('', 'officeDocument', body)
  for (const [kind, target] of [
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['theme', 'theme/theme1.xml'],
    ['footnotes', 'footnotes.xml'],
    ['numbering', 'numbering.xml'],
  ] as const)
    parts.relate(body, kind, target)
  const footer = parts.relate(body, 'footer', 'footer1.xml')
  const [notes, lists] = [footnotes(), numbering()]
  const text = content({ parts, notes, lists })
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="${footer}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
  parts.add(
    body,
    `<w:document ${spaces}><w:body>${text}${page}</w:body></w:document>`,
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
  parts.add('word/numbering.xml', lists.xml(), `${word}.numbering+xml`)
  parts.add('word/footer1.xml', footerXml(about.footer), `${word}.footer+xml`)
  const { title, board, made } = about
  addCoreProperties(parts, { title, subject: board, creator: board, created: made })
  return parts.finish()
}

function footerXml(text: string): string {
  const page =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
  return `<w:ftr ${spaces}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="${room.width * 20}"/></w:tabs></w:pPr>${run(text)}<w:r><w:tab/></w:r>${page}</w:p></w:ftr>`
}
