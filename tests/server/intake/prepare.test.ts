import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { feeds } from '../../../shared/feeds/feeds.ts'
import { crimeRecord, nrmReferral, partnerReturn, templateFile, times } from '../../build/feedRow.ts'
import type { FeedRow } from '../../build/feedRow.ts'
import { prepareFileOf, refusalOf, testKey } from '../../support/preparedFile.ts'

const crimes = (rows: readonly FeedRow[]) => templateFile('crime', rows)

async function oneRow(overrides: FeedRow): Promise<Record<string, unknown>> {
  const { rows } = await prepareFileOf(crimes([crimeRecord(overrides)]))
  return rows[0]!
}

describe('a template file', () => {
  test.each(feeds.map((feed) => feed.id))(
    'of the feed %s is read whole from the examples of its fields',
    async (id) => {
      const feed = feeds.find((one) => one.id === id)!
      const row = Object.fromEntries(feed.fields.map(({ name, example }) => [name, example]))
      const { prepared, rows } = await prepareFileOf(templateFile(id, [row]), {
        feed: id,
        agency: 'West Yorkshire Police',
        today: '2027-01-01',
      })
      expect(prepared).toMatchObject({ rowsRead: 1, accepted: 1, rejected: 0 })
      for (const field of feed.fields) {
        const isFilled = field.example !== '' && field.name !== 'period'
        if (isFilled) expect([field.name, rows[0]![field.name]]).not.toEqual([field.name, null])
      }
    },
  )

  test('stores each kind of field as its own type', async () => {
    const row = await oneRow({
      crime_ref: 'A1',
      recorded_date: '14/05/2024',
      committed_from: '2024-04',
      area: 'Leeds',
      domestic_abuse: 'Y',
      child_sexual_abuse: 'no',
      victim_ref: 'V9',
      victim_sex: 'Female',
      victim_age: '34',
      outcome_type: '16',
      outcome_date: '2024-06-02',
      count: '2',
    })
    expect(row).toMatchObject({
      agency: 'west-yorkshire-police',
      area: 'E08000035',
      month: 2024 * 12 + 4,
      grain: 'month',
      count: 2,
      recorded_date: '2024-05-14',
      committed_from: null,
      committed_from_month: 2024 * 12 + 3,
      kind: 'crime',
      offence_code: '8N',
      domestic_abuse: true,
      child_sexual_abuse: false,
      honour_based_abuse: null,
      victim_sex: 'female',
      victim_age: 34,
      outcome_type: '16',
      outcome_date: '2024-06-02',
      outcome_date_month: 2024 * 12 + 5,
      seq: '0',
    })
    expect(row['crime_ref']).toMatch(/^[\w-]{22}$/)
    expect(row['crime_ref']).not.toBe(row['victim_ref'])
  })

  test('is recognised by labels and by names in any case and spacing, in any order', async () => {
    const text = 'Domestic abuse;AREA;Kind;Crime Ref;recorded_DATE\nyes;Bradford;crime;X1;2024-05-14\n'
    const { prepared, rows } = await prepareFileOf(text)
    expect(prepared.delimiter).toBe(';')
    expect(rows[0]).toMatchObject({ area: 'E08000032', domestic_abuse: true })
  })

  test('lists the fields it supplies, those worked out included, and no others', async () => {
    const { prepared } = await prepareFileOf(crimes([crimeRecord({ victim_age: 20 })]))
    expect(prepared.fields).toEqual([
      'crime_ref',
      'recorded_date',
      'area',
      'kind',
      'offence_code',
      'offence_group',
      'domestic_abuse',
      'victim_age',
      'victim_age_band',
    ])
  })

  test('works out the offence group, unless the row says it', async () => {
    const text = crimes([crimeRecord({ offence_group: '' }), crimeRecord({ offence_group: 'robbery' })])
    const { rows } = await prepareFileOf(text)
    expect(rows.map((row) => row['offence_group'])).toEqual(['violence-with-injury', 'robbery'])
  })

  test('stores a quarter at its first month, without a day', async () => {
    const { prepared, rows } = await prepareFileOf(
      templateFile('returns', [partnerReturn({ period: '2024-Q2' })]),
      { feed: 'returns' },
    )
    expect(rows[0]).toMatchObject({
      month: 2024 * 12 + 3,
      grain: 'quarter',
      period: null,
      value: 40,
      agency: 'leeds-council',
    })
    expect(prepared.coverage).toMatchObject({ months: [], quarters: ['2024-04'] })
    expect(prepared.agencies).toEqual(['leeds-council'])
  })

  test('keeps a set of codes sorted', async () => {
    const { rows } = await prepareFileOf(
      templateFile('nrm', [nrmReferral({ exploitation: 'Sexual; criminal exploitation|sexual' })]),
      {
        feed: 'nrm',
        agency: 'west-yorkshire-police',
      },
    )
    expect(rows[0]).toMatchObject({ exploitation: 'criminal|sexual' })
  })

  test('counts rows and records by month and area', async () => {
    const text = crimes([
      crimeRecord({ count: 3 }),
      crimeRecord({ count: '' }),
      crimeRecord({ count: 0, area: 'Bradford' }),
      crimeRecord({ recorded_date: '2024-06-01' }),
    ])
    const { prepared } = await prepareFileOf(text)
    expect(prepared.held).toEqual([
      { month: '2024-05', area: 'E08000032', rows: 1, count: 0 },
      { month: '2024-05', area: 'E08000035', rows: 2, count: 4 },
      { month: '2024-06', area: 'E08000035', rows: 1, count: 1 },
    ])
  })
})

describe('encodings and dialects', () => {
  const rows = [
    crimeRecord({ crime_ref: 'Ä1', source_category: 'Drögen, "schwer"' }),
    crimeRecord({ crime_ref: 'Ä2', source_category: 'Café' }),
  ]
  const text = crimes(rows)
  const categories = ['Drögen, "schwer"', 'Café']

  test.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16LE without', Buffer.from(text, 'utf16le'), 'UTF-16LE'],
    ['UTF-16BE', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'UTF-16BE'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'Windows-1252'],
  ])('reads %s and reports it', async (_, bytes, encoding) => {
    const { prepared, rows: read } = await prepareFileOf(bytes)
    expect(prepared.encoding).toBe(encoding)
    expect(read.map((row) => row['source_category'])).toEqual(categories)
    expect(prepared.fileHash).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test.each(['', 'x', 'xx'])(
    'reads characters of two halves wherever they lie in UTF-16 (%j)',
    async (shift) => {
      const source_category = `${shift}${'😀'.repeat(45)}`
      const many = times(1200, (i) => crimeRecord({ crime_ref: `M${10_000 + i}`, source_category }))
      const { prepared, rows: read } = await prepareFileOf(Buffer.from(`\uFEFF${crimes(many)}`, 'utf16le'))
      expect(prepared.accepted).toBe(1200)
      expect(new Set(read.map((row) => row['source_category']))).toEqual(new Set([source_category]))
    },
  )

  test('gives the same hashes and row keys whatever the encoding', async () => {
    const one = await prepareFileOf(Buffer.from(text))
    const other = await prepareFileOf(Buffer.from(text, 'latin1'))
    expect(one.rows).toEqual(other.rows)
  })

  test.each([
    [';', '\r\n'],
    ['\t', '\n'],
    ['|', '\r'],
  ])('reads columns between %j and lines ending in %j', async (delimiter, end) => {
    const lines = [
      ['crime_ref', 'recorded_date', 'area', 'kind', 'domestic_abuse'],
      ['a', '2024-05-14', 'Leeds', 'crime', 'yes'],
      ['b', '2024-05-15', 'Leeds', 'crime', 'no'],
    ]
    const { prepared } = await prepareFileOf(lines.map((line) => line.join(delimiter)).join(end))
    expect(prepared).toMatchObject({ delimiter, accepted: 2, rejected: 0 })
  })

  test('obeys the line by which Excel names the delimiter, and skips blank rows', async () => {
    const { prepared } = await prepareFileOf(
      'sep=;\ncrime_ref;recorded_date;area;kind;domestic_abuse\n\n;;;;\na;2024-05-14;Leeds;crime;yes\n',
    )
    expect(prepared).toMatchObject({ delimiter: ';', rowsRead: 1, accepted: 1, skipped: 2 })
  })

  test('finds values through blanks and characters that cannot be seen', async () => {
    const row = await oneRow({ area: ' \u200FE08000035\u200B', kind: ' Crime\u00A0' })
    expect(row).toMatchObject({ area: 'E08000035', kind: 'crime' })
  })
})

describe('row keys', () => {
  const keyOf = async (overrides: FeedRow) => (await oneRow({ crime_ref: 'K', ...overrides }))['row_key']

  test('are the same for the same content, however it is written', async () => {
    expect(await keyOf({ recorded_date: '2024-05-14', area: 'Leeds' })).toBe(
      await keyOf({ recorded_date: '14/05/2024', area: 'E08000035' }),
    )
    expect(await keyOf({ victim_sex: '' })).toBe(await keyOf({}))
  })

  test('differ where any field differs', async () => {
    const changes: FeedRow[] = [
      {},
      { crime_ref: 'L' },
      { recorded_date: '2024-05' },
      { area: 'Bradford' },
      { count: 2 },
      { outcome_type: 16 },
      { victim_ref: 'K' },
    ]
    const keys = await Promise.all(changes.map(keyOf))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('references', () => {
  test('never appear as sent, in no file and no message', async () => {
    const text = crimes([
      crimeRecord({ crime_ref: 'SECRET-1' }),
      crimeRecord({ crime_ref: `SECRET-${'9'.repeat(300)}` }),
      ...times(30, () => crimeRecord()),
    ])
    const { prepared, rows, rejectsText } = await prepareFileOf(text)
    expect(prepared.rejects).toEqual([
      { row: 3, field: 'crime_ref', value: '', reason: 'longer than 200 characters, so it is no reference' },
    ])
    expect(JSON.stringify([prepared, rows, rejectsText])).not.toContain('SECRET')
  })

  test('are hashed by the key of the installation', async () => {
    const text = crimes([crimeRecord({ crime_ref: 'A' })])
    const [one, again, other] = await Promise.all(
      [testKey, testKey, Buffer.alloc(32, 8)].map(
        async (pseudonymKey) => (await prepareFileOf(text, { pseudonymKey })).rows[0]!['crime_ref'],
      ),
    )
    expect(one).toBe(again)
    expect(one).not.toBe(other)
  })
})

describe('values that are not as expected', () => {
  test('rejects a row whose required value cannot be read, and says where', async () => {
    const good = times(96, () => crimeRecord())
    const bad = [
      crimeRecord({ recorded_date: '31/02/2019' }),
      crimeRecord({ count: -1 }),
      crimeRecord({ count: 1.5 }),
      crimeRecord({ kind: 'misdemeanour' }),
    ]
    const { prepared, rejectsText } = await prepareFileOf(crimes([...good, ...bad]))
    expect(prepared).toMatchObject({ rowsRead: 100, accepted: 96, rejected: 4 })
    expect(prepared.rejects).toEqual([
      {
        row: 98,
        field: 'recorded_date',
        value: '31/02/2019',
        reason: 'no such date: that month has 28 days',
      },
      { row: 99, field: 'count', value: '-1', reason: 'negative' },
      { row: 100, field: 'count', value: '1.5', reason: 'not a whole number' },
      { row: 101, field: 'kind', value: 'misdemeanour', reason: 'not a value of the list (crime, incident)' },
    ])
    expect(rejectsText).toContain("99,count,'-1,negative")
  })

  test('keeps an unknown value of an optional field as not known, and warns', async () => {
    const text = crimes([
      crimeRecord({ victim_sex: 'robot', victim_age: 'old', outcome_type: '99' }),
      crimeRecord({ victim_sex: 'robot' }),
    ])
    const { prepared, rows } = await prepareFileOf(text)
    expect(rows[0]).toMatchObject({ victim_sex: null, victim_age: null, outcome_type: null })
    expect(prepared.warnings).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^victim_sex: not a value of the list .*, kept as not known, in 2 rows: ‘robot’ \(2\)\.$/,
        ),
        expect.stringContaining('victim_age: not a number, kept as not known, in 1 row: ‘old’ (1).'),
        expect.stringContaining(
          'outcome_type: not a value of the list, kept as not known, in 1 row: ‘99’ (1).',
        ),
      ]),
    )
  })

  test('keeps an unlisted code of an open list as sent, and warns', async () => {
    const { prepared, rows } = await prepareFileOf(crimes([crimeRecord({ offence_code: '999Z' })]))
    expect(rows[0]).toMatchObject({ offence_code: '999Z', offence_group: null })
    expect(prepared.warnings).toEqual(['offence_code: not in the list, kept as sent, in 1 row: ‘999Z’ (1).'])
  })

  test('counts an unknown place in the total only, and warns', async () => {
    const { prepared, rows } = await prepareFileOf(
      crimes([
        crimeRecord({ area: 'Leeds' }),
        crimeRecord({ area: 'Barnsley' }),
        crimeRecord({ area: 'not recorded' }),
      ]),
    )
    expect(rows.map(({ area }) => area)).toEqual(['E08000035', 'not-placed', 'not-placed'])
    expect(prepared.warnings).toEqual([
      'area: no known district of West Yorkshire, kept as not placed and counted in the total only, in 1 row: ‘Barnsley’ (1).',
      'area: no place given, counted in the total only, in 1 row: blank (1).',
    ])
  })

  test('warns only of rows that were accepted', async () => {
    const text = crimes([
      crimeRecord({ victim_sex: 'robot', count: -1 }),
      ...times(30, () => crimeRecord({ victim_sex: 'female' })),
    ])
    const { prepared } = await prepareFileOf(text)
    expect(prepared.warnings).toEqual([])
  })

  test('rejects dates to come, and takes those of today', async () => {
    const text = crimes([
      crimeRecord({ recorded_date: '2024-05-14' }),
      crimeRecord({ recorded_date: '2024-05-15' }),
      ...times(20, () => crimeRecord()),
    ])
    const { prepared } = await prepareFileOf(text, { today: '2024-05-14' })
    expect(prepared.rejects).toEqual([
      { row: 3, field: 'recorded_date', value: '2024-05-15', reason: 'in the future' },
    ])
  })

  test('leaves personal columns unread and names them', async () => {
    const text =
      'crime_ref,recorded_date,area,kind,domestic_abuse,Victim Name,PostCode,dob,Shift\na,2024-05-14,Leeds,crime,yes,Jane Roe,LS1 1AA,1990-01-01,late\n'
    const { prepared, rows } = await prepareFileOf(text)
    expect(prepared.dropped).toEqual(['Victim Name', 'PostCode', 'dob', 'Shift'])
    expect(prepared.warnings).toEqual([
      expect.stringContaining('they look like personal data: Victim Name, PostCode, dob.'),
    ])
    expect(JSON.stringify([prepared, rows])).not.toContain('Jane')
  })
})

describe('coverage', () => {
  const may = times(40, () => crimeRecord({ recorded_date: '2024-05-14' }))
  const april = times(3, () => crimeRecord({ recorded_date: '2024-04-30' }))

  test('leaves out three stray rows of April in a file for May', async () => {
    const { prepared, rows } = await prepareFileOf(crimes([...may, ...april]))
    expect(prepared).toMatchObject({ accepted: 40, rejected: 3, rowsRead: 43 })
    expect(prepared.coverage.months).toEqual(['2024-05'])
    expect(prepared.rejectsByReason).toEqual([
      {
        reason:
          'recorded_date: outside the months this file covers (May 2024); state --from and --to to include it',
        count: 3,
      },
    ])
    expect(prepared.rejects[0]).toMatchObject({ row: 42, field: 'recorded_date', value: '2024-04-30' })
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => String(index)))
  })

  test('takes them where the months are stated, or in an amendment', async () => {
    const stated = await prepareFileOf(crimes([...may, ...april]), {
      coverage: { from: '2024-03', to: '2024-05' },
    })
    expect(stated.prepared).toMatchObject({
      accepted: 43,
      coverage: { months: ['2024-03', '2024-04', '2024-05'], deduced: false },
    })
    const amendment = await prepareFileOf(crimes([...may, ...april]), { strays: 'keep' })
    expect(amendment.prepared).toMatchObject({ accepted: 43, rejected: 0 })
  })

  test('leaves out what is not in the months stated', async () => {
    const { prepared } = await prepareFileOf(crimes([...may, ...april]), {
      coverage: { from: '2024-05', to: '2024-05' },
    })
    expect(prepared).toMatchObject({ accepted: 40, rejected: 3 })
  })

  test('warns of a month without rows between others', async () => {
    const text = crimes([...may, ...times(40, () => crimeRecord({ recorded_date: '2024-07-14' }))])
    const { prepared } = await prepareFileOf(text)
    expect(prepared.coverage.months).toEqual(['2024-05', '2024-07'])
    expect(prepared.warnings).toEqual([expect.stringContaining('No rows for Jun 2024')])
  })
})

describe('whose records they are', () => {
  test('is the only agency that sends the feed', async () => {
    expect((await prepareFileOf(crimes([crimeRecord()]))).prepared.agencies).toEqual([
      'west-yorkshire-police',
    ])
  })

  test('is the agency stated, by id or name', async () => {
    const { prepared } = await prepareFileOf(crimes([crimeRecord()]), { agency: 'Leeds City Council' })
    expect(prepared.agencies).toEqual(['leeds-council'])
  })

  test('must be stated where several send the feed', async () => {
    expect(await refusalOf(templateFile('nrm', [nrmReferral()]), { feed: 'nrm' })).toMatch(
      /several agencies send the feed nrm: .*State one with --agency/,
    )
  })

  test('must be known to the partnership', async () => {
    expect(await refusalOf(crimes([crimeRecord()]), { agency: 'Scotland Yard' })).toContain(
      '‘Scotland Yard’ is not an agency of West Yorkshire',
    )
  })
})

describe('a preparation that is cancelled', () => {
  test('leaves nothing behind', async () => {
    const text = crimes(times(150_000, () => crimeRecord()))
    const controller = new AbortController()
    const onProgress = () => controller.abort(new Error('changed my mind'))
    await expect(prepareFileOf(text, {}, { onProgress, signal: controller.signal })).rejects.toThrow(
      'changed my mind',
    )
  })

  test('does not begin when it was cancelled before', async () => {
    await expect(
      prepareFileOf('x', {}, { signal: AbortSignal.abort(new Error('too late')) }),
    ).rejects.toThrow('too late')
  })
})

test('a file of several row groups is read whole and in order', async () => {
  const text = crimes(times(130_000, (index) => crimeRecord({ crime_ref: index, victim_age: index % 100 })))
  const { prepared, rows } = await prepareFileOf(text, {}, { columns: 'crime_ref, victim_age' })
  expect(prepared.accepted).toBe(130_000)
  expect(rows.every((row, index) => row['victim_age'] === index % 100)).toBe(true)
  expect(new Set(rows.map((row) => row['crime_ref'])).size).toBe(130_000)
})

test('profiles may be given as data, as saved ones are', async () => {
  const profile = {
    name: 'mine',
    label: 'Mine',
    meaning: 'A partner’s own layout.',
    feed: 'crime' as const,
    columns: [
      { field: 'crime_ref', headers: ['No.'] },
      { field: 'recorded_date', headers: ['When'] },
      { field: 'area', headers: ['Where'] },
      { field: 'domestic_abuse', headers: ['DA?'], values: { flagged: 'yes', clear: 'no' } },
    ],
    ignored: [],
    constants: { kind: 'incident' },
    otherAgencies: 'keep' as const,
    otherPlaces: 'suspect' as const,
  }
  const { prepared, rows } = await prepareFileOf(
    'No.,When,Where,DA?\n1,2024-05-14,Leeds,FLAGGED\n2,2024-05-14,Leeds,clear\n',
    { profile },
  )
  expect(rows.map(({ kind, domestic_abuse: flag }) => [kind, flag])).toEqual([
    ['incident', true],
    ['incident', false],
  ])
  expect(prepared.profile).toBe('mine')
})
