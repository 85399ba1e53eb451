import fc from 'fast-check'
import { feedById } from '../../shared/feeds/feeds.ts'

/** A file as it may arrive: sound, unusual or broken. */
export interface FuzzedFile {
  readonly bytes: Buffer
  readonly confirm: boolean
  /** The same rows written plainly, where nothing was broken afterwards: it must be read alike. */
  readonly plain: string | null
}

const crime = feedById.crime
const odd = fc.constantFrom(
  '',
  ' ',
  '-',
  '..',
  'NA',
  'N/A',
  '*',
  '[x]',
  '0',
  '-1',
  '1e9',
  '1,234',
  '١٢',
  '=cmd|calc',
  '+44',
  '@x',
  'Feb-25',
  '31/02/2019',
  '2019-13-01',
  '1899-12-31',
  '2999-01-01',
  '45000',
  '2024-05',
  '2024-Q1',
  'Apr-Jun 2022',
  '05/06/2024',
  '14/05/24',
  'E08000035',
  ' Leeds ',
  'LEEDS\u200b',
  '\u202eLeeds',
  '\u0000',
  'a\u0000b',
  '"',
  '""',
  'a"b',
  'a,b',
  'a\nb',
  'a\r\nb',
  'é',
  '中文',
  '\ufeff',
  '\ud83d\ude00',
  'x'.repeat(5000),
  'yes',
  'no',
  'Y',
  'true',
  '8n',
  '999Z',
  'female',
  'F',
  '16',
)

const soundValues: Record<string, fc.Arbitrary<string>> = {
  crime_ref: fc.integer({ min: 1, max: 400 }).map((n) => `CR-${n}`),
  recorded_date: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `2024-${two(month)}-${two(day)}`),
  area: fc.constantFrom('E08000032', 'Leeds', 'Bradford', 'not recorded', 'force-wide'),
  kind: fc.constantFrom('crime', 'incident'),
  domestic_abuse: fc.constantFrom('yes', 'no', ''),
  offence_code: fc.constantFrom('8N', '105A', '19C', ''),
  victim_age: fc.constantFrom('', '16', '34', '80'),
  count: fc.constantFrom('', '1', '12'),
}

const row = (strange: number) =>
  fc.record(
    Object.fromEntries(
      crime.fields.map(({ name }) => {
        const sound = soundValues[name] ?? fc.constant('')
        return [
          name,
          strange === 0
            ? sound
            : fc.oneof({ weight: 40, arbitrary: sound }, { weight: strange, arbitrary: odd }),
        ]
      }),
    ),
  )

const layout = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  finalEnd: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'utf8 with mark', 'utf16le', 'utf16be'),
  labels: fc.boolean(),
  quoteAll: fc.boolean(),
})
type Layout = typeof layout extends fc.Arbitrary<infer L> ? L : never

const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'delete', 'insert', 'truncate', 'repeat', 'zero'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 300 }),
    byte: fc.oneof(fc.constantFrom(0, 10, 13, 34, 44, 255), fc.integer({ min: 0, max: 255 })),
  }),
  { maxLength: 4 },
)
type Damage = typeof damage extends fc.Arbitrary<readonly (infer D)[]> ? D : never

/** Sound files in any layout, files with strange cells, damaged files, and bytes that are no file at all. */
export const fuzzedFile: fc.Arbitrary<FuzzedFile> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ rows: rowsOf(0), layout, damage: fc.constant([]), confirm: fc.boolean() })
      .map(written),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ rows: rowsOf(3), layout, damage: fc.constant([]), confirm: fc.boolean() })
      .map(written),
  },
  {
    weight: 6,
    arbitrary: fc.record({ rows: rowsOf(1), layout, damage, confirm: fc.boolean() }).map(written),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      bytes: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
      confirm: fc.boolean(),
      plain: fc.constant(null),
    }),
  },
)

function rowsOf(strange: number): fc.Arbitrary<Record<string, string>[]> {
  return fc.array(row(strange), { maxLength: 60, size: 'max' })
}

function written(file: {
  rows: Record<string, string>[]
  layout: Layout
  damage: readonly Damage[]
  confirm: boolean
}): FuzzedFile {
  const { rows, damage: harm, confirm } = file
  const bytes = harm.reduce<Buffer>(damaged, encoded(textOf(rows, file.layout), file.layout.encoding))
  const plain = {
    ...file.layout,
    delimiter: ',',
    lineEnd: '\n',
    encoding: 'utf8',
    labels: false,
    quoteAll: true,
  } as const
  const text = textOf(rows, plain)
  // A NUL byte condemns a file of bytes as binary; among UTF-16 text it is only a character to leave out.
  const comparable = harm.length === 0 && rows.length > 0 && !text.includes('\u0000')
  return { bytes, confirm, plain: comparable ? text : null }
}

function textOf(
  rows: readonly Record<string, string>[],
  { delimiter, lineEnd, finalEnd, labels, quoteAll }: Layout,
): string {
  const cell = (text: string) =>
    quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = [
    crime.fields.map(({ name, label }) => (labels ? label : name)),
    ...rows.map((values) => crime.fields.map(({ name }) => values[name] ?? '')),
  ]
  return lines.map((cells) => cells.map(cell).join(delimiter)).join(lineEnd) + (finalEnd ? lineEnd : '')
}

function encoded(text: string, encoding: Layout['encoding']): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8')
    case 'utf8 with mark':
      return Buffer.from(`\ufeff${text}`, 'utf8')
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  }
}

function damaged(bytes: Buffer, { kind, at, length, byte }: Damage): Buffer {
  const place = Math.floor(at * bytes.length)
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)]
  switch (kind) {
    case 'flip':
      return Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)])
    case 'delete':
      return Buffer.concat([head, tail.subarray(length)])
    case 'insert':
      return Buffer.concat([head, Buffer.alloc(length, byte), tail])
    case 'truncate':
      return head
    case 'repeat':
      return Buffer.concat([head, tail.subarray(0, length), tail])
    case 'zero':
      return Buffer.concat([head, Buffer.alloc(length), tail.subarray(length)])
  }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
