import { describe, expect, test } from 'vitest'
import { storeZip } from '../../../server/intake/readers/workbook/storeZip.ts'
import { unpackZip } from '../../../server/intake/readers/workbook/zipGuard.ts'
import { defaultLimits } from '../../../server/intake/limits.ts'
import { workbookOf, zipOf } from '../../build/workbook.ts'
import { prepareFileOf, refusalOf } from '../../support/preparedFile.ts'

const header = ['crime_ref', 'recorded_date', 'area', 'kind', 'domestic_abuse']
const row = (index: number) => [`ref${index}`, '2024-05-14', 'Leeds', 'crime', 'yes']
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index))
const types = [['xlsx'], ['biff8'], ['ods'], ['xlsb']] as const

describe('a workbook', () => {
  test.each(types)(
    'of the format %s is read below its titles, whatever the sheet is called',
    async (type) => {
      const book = workbookOf(
        {
          Notes: [['Crimes of May'], ['Ask the analyst']],
          Data: [['Crimes recorded in May 2024'], [], header, ...rows(30), []],
        },
        { type },
      )
      const { prepared, rows: taken } = await prepareFileOf(book, { profile: null })
      expect(prepared).toMatchObject({ profile: 'template', rowsRead: 30, accepted: 30, delimiter: '' })
      expect(prepared.warnings).toContain('Read the sheet ‘Data’ of 2, header in row 3.')
      expect(taken[0]).toMatchObject({ area: 'E08000035', recorded_date: '2024-05-14', domestic_abuse: true })
    },
  )

  test('names the row of the sheet in a reject', async () => {
    const faulty = ['x', '31/02/2024', 'Leeds', 'crime', 'yes']
    const { prepared } = await prepareFileOf(
      workbookOf({ Data: [['Title'], [], header, ...rows(25), [], faulty] }),
    )
    expect(prepared.rejects).toMatchObject([{ row: 30, field: 'recorded_date', value: '31/02/2024' }])
  })

  test.each([
    [false, 45_426, '2024-05-14'],
    [true, 43_964, '2024-05-14'],
  ])('reads dates by the calendar it says (1904: %s)', async (is1904, serial, day) => {
    const dated = ['r', serial, 'Leeds', 'crime', 'yes']
    const book = workbookOf({ Data: [header, dated] }, { is1904, formats: { B2: 'dd/mm/yyyy' } })
    const { rows: taken } = await prepareFileOf(book)
    expect(taken[0]!.recorded_date).toBe(day)
  })

  test('reads a date that is shown as a month as that month', async () => {
    const book = workbookOf(
      { Data: [header, ['r', 45_426, 'Leeds', 'crime', 'yes']] },
      { formats: { B2: 'mmm-yy' } },
    )
    const { rows: taken } = await prepareFileOf(book)
    expect(taken[0]).toMatchObject({ recorded_date: null, month: 2024 * 12 + 4 })
  })

  test('takes the saved value of a formula, and never works one out', async () => {
    const counted = [...header, 'count']
    const book = workbookOf({
      Data: [
        counted,
        [...row(1), { f: '1+1', v: 7, t: 'n' }],
        ['=cmd|’/c calc’!A0', '2024-05-14', 'Leeds', 'crime', 'yes', 1],
      ],
    })
    const { rows: taken } = await prepareFileOf(book)
    expect(taken.map(({ count }) => Number(count))).toEqual([7, 1])
  })

  test('reads the sheet that is stated, and says which there are when it is not there', async () => {
    const book = workbookOf({ May: [header, ...rows(3)], June: [header, ...rows(5)] })
    expect((await prepareFileOf(book, { sheet: 'june' })).prepared.rowsRead).toBe(5)
    expect(await refusalOf(book, { sheet: 'July' })).toBe(
      'The workbook has no sheet ‘July’. It has: May, June.',
    )
  })

  test('reads the header from the row that is stated', async () => {
    const book = workbookOf({ Data: [header, ...rows(1), header, ...rows(4)] })
    expect((await prepareFileOf(book, { headerRow: 3 })).prepared.rowsRead).toBe(4)
  })

  test('with a cell in its last corner costs no more than its filled cells', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    const book = storeZip(
      unpackZip(workbookOf({ Data: [header, ...rows(2)] }), defaultLimits.workbook, () => true).map(
        ({ name, bytes }) => ({
          name,
          bytes: Buffer.from(bytes.toString('utf8').replace('</sheetData>', corner)),
        }),
      ),
    )
    const started = performance.now()
    expect((await prepareFileOf(book)).prepared.rowsRead).toBe(2)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('a CSV file', () => {
  test('is read below its titles, with rows counted as in the file', async () => {
    const lines = [
      'Crimes of May',
      '',
      header.join(),
      ...rows(30).map((cells) => cells.join()),
      'x,31/02/2024,Leeds,crime,yes',
    ]
    const { prepared } = await prepareFileOf(`${lines.join('\n')}\n`, { profile: null })
    expect(prepared).toMatchObject({ rowsRead: 31, accepted: 30, rejects: [{ row: 34 }] })
  })
})

// Every refusal here is also checked to leave no file behind.
describe('refuses with a sentence', () => {
  const limits = {
    ...defaultLimits,
    workbook: { fileBytes: 1024 ** 2, entries: 50, unpackedBytes: 4 * 1024 ** 2, sheetBytes: 2 * 1024 ** 2 },
  }
  const sheet = Buffer.alloc(3 * 1024 ** 2, ' ')

  test.each<[string, Buffer, string]>([
    [
      'a bomb that says what it unpacks to',
      zipOf('xl/workbook.xml', Buffer.alloc(8 * 1024 ** 2)),
      'would unpack to more than 4 MB',
    ],
    [
      'a bomb whose header lies',
      zipOf('xl/workbook.xml', Buffer.alloc(8 * 1024 ** 2), 1000),
      'built to swell when it is opened: ‘xl/workbook.xml’ holds more than it says',
    ],
    [
      'a sheet longer than any text may be',
      zipOf('xl/workbook.xml', sheet),
      'A sheet of the workbook unpacks to 3 MB; the limit for one is 2 MB. Send the table as CSV',
    ],
    [
      'an archive of archives',
      storeZip([{ name: 'inner.zip', bytes: zipOf('xl/workbook.xml', sheet) }]),
      'This is a zip archive, not a workbook. It holds inner.zip.',
    ],
    [
      'an archive of too many files',
      storeZip(Array.from({ length: 51 }, (_, index) => ({ name: `${index}`, bytes: Buffer.alloc(1) }))),
      'packs 51 files into one',
    ],
    ['a Word document', zipOf('word/document.xml', sheet), 'This is a Word document'],
    ['a workbook cut off', workbookOf({ A: [header, ...rows(300)] }).subarray(0, -400), 'cut off'],
    [
      'an old workbook cut off',
      workbookOf({ A: [header, ...rows(300)] }, { type: 'biff8' }).subarray(0, 900),
      'cut off',
    ],
    ['an empty workbook', workbookOf({ A: [], B: [[]] }), 'No sheet of the workbook holds anything'],
    [
      'a password-protected workbook',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1000),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(1000),
      ]),
      'protected with a password',
    ],
  ])('%s', async (_, contents, sentence) => {
    expect(await refusalOf(contents, { limits })).toContain(sentence)
  })

  test('entries that share their bytes', async () => {
    const one = zipOf('xl/workbook.xml', sheet)
    const directory = one.length - 22 - 46 - 'xl/workbook.xml'.length
    const entry = one.subarray(directory, one.length - 22)
    const end = Buffer.from(one.subarray(one.length - 22))
    end.writeUInt16LE(2, 10)
    expect(
      await refusalOf(Buffer.concat([one.subarray(0, directory), entry, entry, end]), {
        limits: defaultLimits,
      }),
    ).toContain('shares its bytes with another part')
  })

  test('an OpenDocument sheet that repeats a value a million times', async () => {
    const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    const zip = storeZip([
      { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
      { name: 'content.xml', bytes: Buffer.from(content) },
    ])
    expect(await refusalOf(zip)).toContain('repeats one value 1,048,576 times')
  })
})
