import { IntakeRefusal } from '../../intakeRefusal.ts'
import type { WorkbookLimits } from '../../limits.ts'
import { storeZip } from './storeZip.ts'
import { listZip, unpackZip } from './zipGuard.ts'
import type { ZipEntry } from './zipGuard.ts'

// Pictures, macros, embedded files and the like are never unpacked: no figure is in them.
const excelParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles|metadata)\.(xml|bin)|xl\/_rels\/workbook\.(xml|bin)\.rels|xl\/(worksheets|persons)\/[^/]+\.(xml|bin))$/i
const openDocumentParts = /^(mimetype|content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/
const repeatedRows = 'table:number-rows-repeated="'
const repeatedColumns = 'table:number-columns-repeated="'
const plausibleRepeats = 1_000

/**
 * The parts of a packed workbook that hold figures, checked and packed again without compression. Refuses with a sentence
 * what is no workbook: a bomb, an archive of other files, a document of another kind.
 */
export function workbookParts(bytes: Buffer, limits: WorkbookLimits): Buffer {
  const names = listZip(bytes, limits)
  if (names.some((name) => /^xl\/workbook\.(xml|bin)$/i.test(name)))
    return storeZip(
      readable(
        unpackZip(bytes, limits, (name) => excelParts.test(name)),
        limits,
      ),
    )
  if (names.includes('content.xml')) {
    const entries = readable(
      unpackZip(bytes, limits, (name) => openDocumentParts.test(name)),
      limits,
    )
    refuseEncrypted(entries)
    return storeZip(entries.map(withoutPadding))
  }
  const kind = names.some((name) => name.startsWith('word/'))
    ? 'a Word document'
    : names.some((name) => name.startsWith('ppt/'))
      ? 'a PowerPoint presentation'
      : 'a zip archive'
  const inside =
    kind === 'a zip archive' && names.length > 0 ? ` It holds ${names.slice(0, 3).join(', ')}.` : ''
  throw new IntakeRefusal(
    `This is ${kind}, not a workbook.${inside} Send the table itself, as .xlsx, .xls, .ods or .csv.`,
  )
}

/** Refuses a sheet that is longer than any text may be. */
function readable(entries: readonly ZipEntry[], { sheetBytes }: WorkbookLimits): readonly ZipEntry[] {
  const large = entries.find(({ bytes }) => bytes.length > sheetBytes)
  if (large === undefined) return entries
  const megabytes = (bytes: number) => Math.floor(bytes / 1024 ** 2).toLocaleString('en-GB')
  throw new IntakeRefusal(
    `A sheet of the workbook unpacks to ${megabytes(large.bytes.length)} MB; the limit for one is ${megabytes(sheetBytes)} MB. Send the table as CSV, which has no such limit.`,
  )
}

function refuseEncrypted(entries: readonly ZipEntry[]): void {
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml')
  if (manifest?.bytes.includes('encryption-data')) {
    throw new IntakeRefusal(
      'The workbook is protected with a password. Save it without one and send it by a safe way.',
    )
  }
}

/**
 * OpenDocument says "and so on, a million times" of rows and cells, commonly for the blank rest of a sheet. Read as it
 * stands that fills the memory, so long repeats of blanks are cut down and long repeats of values are refused.
 */
function withoutPadding(entry: ZipEntry): ZipEntry {
  if (entry.name !== 'content.xml') return entry
  const rows = shortenRepeats(entry.bytes.toString('utf8'), repeatedRows, '</table:table-row>')
  return {
    name: entry.name,
    bytes: Buffer.from(shortenRepeats(rows, repeatedColumns, '</table:table-cell>')),
  }
}

function shortenRepeats(text: string, attribute: string, closing: string): string {
  const parts: string[] = []
  let from = 0
  for (let at = text.indexOf(attribute); at >= 0; at = text.indexOf(attribute, at + 1)) {
    const start = at + attribute.length
    const end = text.indexOf('"', start)
    if (end < 0) break
    const repeats = Number(text.slice(start, end))
    if (repeats <= plausibleRepeats) continue
    const tagEnd = text.indexOf('>', end)
    const content =
      text[tagEnd - 1] === '/' ? text.slice(at, tagEnd) : text.slice(at, text.indexOf(closing, tagEnd))
    const tag = text.slice(text.lastIndexOf('<', at), tagEnd)
    if (content.includes('office:value') || content.includes('<text:p>') || tag.includes('office:value')) {
      throw new IntakeRefusal(
        `The workbook repeats one value ${repeats.toLocaleString('en-GB')} times, which no table of figures does. It was not opened.`,
      )
    }
    parts.push(text.slice(from, start), '1')
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
