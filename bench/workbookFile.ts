import { writeFile } from 'node:fs/promises'
import { utils, write } from '@e965/xlsx'
import { writeZip } from './zipFile.ts'

/** Rows of a table, the header first. */
type Rows = AsyncIterable<readonly string[]>

/** Writes a table as an Excel workbook, each cell with its text beside it, as programs that export write them. */
export function writeXlsx(path: string, rows: Rows): Promise<void> {
  const ns = 'http://schemas.openxmlformats.org/'
  const main = `${ns}spreadsheetml/2006/main`
  const office = `${ns}officeDocument/2006/relationships`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return writeZip(path, [
    {
      name: '[Content_Types].xml',
      text: [
        `${head}<Types xmlns="${ns}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      text: [
        `${head}<Relationships xmlns="${ns}package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/workbook.xml',
      text: [
        `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Crimes" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        `${head}<Relationships xmlns="${ns}package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: sheet(rows, {
        begin: `${head}<worksheet xmlns="${main}"><sheetData>`,
        row: (cells) =>
          `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
        end: '</sheetData></worksheet>',
      }),
    },
  ])
}

/** Writes a table as an OpenDocument spreadsheet. */
export function writeOds(path: string, rows: Rows): Promise<void> {
  const ns = 'urn:oasis:names:tc:opendocument:xmlns:'
  return writeZip(path, [
    { name: 'mimetype', text: ['application/vnd.oasis.opendocument.spreadsheet'] },
    {
      name: 'META-INF/manifest.xml',
      text: [
        `<manifest:manifest xmlns:manifest="${ns}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
      ],
    },
    {
      name: 'styles.xml',
      text: [`<office:document-styles xmlns:office="${ns}office:1.0" office:version="1.2"/>`],
    },
    {
      name: 'content.xml',
      text: sheet(rows, {
        begin: `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="${ns}office:1.0" xmlns:table="${ns}table:1.0" xmlns:text="${ns}text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Crimes">`,
        row: (cells) =>
          `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`,
        end: '</table:table></office:spreadsheet></office:body></office:document-content>',
      }),
    },
  ])
}

/** Writes a table as an old Excel workbook, which holds at most 65,536 rows. */
export async function writeXls(path: string, rows: Rows): Promise<void> {
  const all: string[][] = []
  for await (const cells of rows) all.push([...cells])
  const book = utils.book_new(utils.aoa_to_sheet(all), 'Crimes')
  await writeFile(path, write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
}

interface Markup {
  readonly begin: string
  readonly row: (cells: readonly string[]) => string
  readonly end: string
}

async function* sheet(rows: Rows, { begin, row, end }: Markup): AsyncGenerator<string> {
  let piece = begin
  for await (const cells of rows) {
    piece += row(cells)
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  yield piece + end
}
