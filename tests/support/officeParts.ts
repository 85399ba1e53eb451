import { read, utils, type WorkBook } from '@e965/xlsx'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'

/** Every part of an Office file as text by its path; workbooks inside are unpacked too, as `path!part`. */
export function officeParts(file: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>()
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    if (/\.(xlsx|zip)$/.test(path))
      for (const [inner, text] of officeParts(bytes)) parts.set(`${path}!${inner}`, text)
    else parts.set(path, Buffer.from(bytes).toString('utf8'))
  }
  return parts
}

/** The parts of XML, read by a strict parser; throws on the first that is not well formed. */
export function parsedParts(file: Uint8Array): Map<string, Element> {
  const parsed = new Map<string, Element>()
  for (const [path, text] of officeParts(file)) {
    if (!/\.(xml|rels)$/.test(path)) continue
    const complaints: string[] = []
    const parser = new DOMParser({ onError: (_level, message) => complaints.push(message) })
    const root = parser.parseFromString(text, 'text/xml').documentElement
    if (root === null || complaints.length > 0) throw new Error(`${path}: ${complaints.join('; ')}`)
    parsed.set(path, root)
  }
  return parsed
}

export interface ReadSeries {
  readonly name: string
  readonly range: string
  readonly values: (number | null)[]
}

/** The series that a chart part holds in its caches, with the cells that they say they come from. */
export function chartSeries(chart: Element): ReadSeries[] {
  return all(chart, 'c:ser').map((series) => {
    const [value] = all(series, 'c:val')
    const [name] = all(series, 'c:tx')
    const count = Number(all(value!, 'c:ptCount')[0]?.getAttribute('val'))
    const values = Array.from({ length: count }, (): number | null => null)
    for (const point of all(value!, 'c:pt'))
      values[Number(point.getAttribute('idx'))] = Number(point.textContent)
    return {
      name: all(name!, 'c:v')[0]?.textContent ?? '',
      range: all(value!, 'c:f')[0]?.textContent ?? '',
      values,
    }
  })
}

/** The cells of a range such as 'Chart 1'!$B$6:$B$65; null where a cell is empty. */
export function cellsOf(book: WorkBook, range: string): (number | string | null)[] {
  const [, sheet = '', address = ''] = /^'(.+)'!(.+)$/.exec(range) ?? []
  const held = book.Sheets[sheet.replaceAll("''", "'")]
  if (!held) throw new Error(`no sheet ${sheet}`)
  const { s, e } = utils.decode_range(address.replaceAll('$', ''))
  return Array.from({ length: e.r - s.r + 1 }, (_, i): number | string | null => {
    const cell = held[utils.encode_cell({ r: s.r + i, c: s.c })] as { v?: number | string } | undefined
    return cell?.v ?? null
  })
}

/** A workbook as another library reads it. */
export function readBook(file: Uint8Array): WorkBook {
  return read(file, { type: 'array', cellFormula: true })
}

/** The workbook embedded for a chart. */
export function embeddedBook(file: Uint8Array, path: string): WorkBook {
  const bytes = unzipSync(file)[path]
  if (!bytes) throw new Error(`nothing embedded at ${path}`)
  return readBook(bytes)
}

/** All elements of a name below another. */
export function all(element: Element, name: string): Element[] {
  return [...element.getElementsByTagName(name)]
}
