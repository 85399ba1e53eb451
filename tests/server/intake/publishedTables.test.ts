import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readPartnership } from '../../support/readPartnership.ts'
import { prepareFileOf } from '../../support/preparedFile.ts'
import { describeWithSharedData, sharedFile } from '../../support/sharedData.ts'

/** The rows of a plain CSV file as objects, by nothing but splitting: the independent count of these tests. */
async function recordsOf(path: string): Promise<Record<string, string>[]> {
  const [header = '', ...lines] = (await readFile(sharedFile(path), 'utf8'))
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const cells = (line: string) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    )
  const names = cells(header)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index], cell])))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0)

describeWithSharedData('Metropolitan Police borough tables', () => {
  const london = readPartnership('london-boroughs')

  test.each(['202211-202410', '202212-202411', '202303-202502'])(
    'release %s gives every borough, offence and month as published',
    async (release) => {
      const path = `mps-borough-monthly/mps-borough-${release}.csv`
      const published = await recordsOf(path)
      const { prepared, rows } = await prepareFileOf(
        { path: sharedFile(path) },
        { profile: null, partnership: london },
        { columns: 'area, month, source_category, offence_group, count, seq' },
      )
      const months = Object.keys(published[0]!).filter((name) => /^\d{6}$/.test(name))
      expect(prepared).toMatchObject({
        profile: 'mps-borough',
        rowsRead: published.length * 24,
        rejected: 0,
        dropped: [],
        coverage: { months: months.map((month) => `${month.slice(0, 4)}-${month.slice(4)}`), deduced: true },
      })
      const codes = new Map(london.areas.map(({ name, code }) => [name, code]))
      const counted = new Map<string, number>()
      for (const row of rows)
        counted.set([row.area, row.month, row.source_category].join(), Number(row.count))
      for (const row of published.filter(({ BoroughName }) => codes.has(BoroughName!))) {
        for (const month of months) {
          const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(4)) - 1
          const key = [codes.get(row.BoroughName!), index, row.MinorText].join()
          expect([key, counted.get(key)]).toEqual([key, Number(row[month])])
        }
      }
      const all = sum(published.flatMap((row) => months.map((month) => Number(row[month]))))
      expect(sum(prepared.held.map(({ count }) => count))).toBe(all)
      expect(rows.filter(({ offence_group }) => offence_group === null)).toEqual([])
      const rapes = published.filter(({ MinorText }) => MinorText === 'RAPE')
      expect(
        sum(rows.filter(({ offence_group: group }) => group === 'rape').map(({ count }) => Number(count))),
      ).toBe(sum(rapes.flatMap((row) => months.map((month) => Number(row[month])))))
    },
  )

  test('reads the older headers of the same table', async () => {
    const text = await readFile(sharedFile('mps-borough-monthly/mps-borough-202303-202502.csv'), 'utf8')
    const older = text.replace(
      'MajorText,MinorText,BoroughName',
      'Major Category,Minor Category,LookUp_BoroughName',
    )
    const [now, before] = [
      await prepareFileOf(text, { profile: null, partnership: london }),
      await prepareFileOf(older, { profile: null, partnership: london }),
    ]
    expect(before.prepared.held).toEqual(now.prepared.held)
    expect(before.prepared.profile).toBe('mps-borough')
  })
})

describeWithSharedData('Home Office tables of the National Referral Mechanism', () => {
  const nrm = { feed: 'nrm', profile: null, agency: 'West Yorkshire Police' } as const

  test.each(['2023Q1-release_fixed', '2023Q2-release'])(
    'the long series of the %s counts every referral once',
    async (release) => {
      const path = `nrm/nrm_referrals_longitudinal.${release}.csv`
      const parts = (await recordsOf(path)).filter((row) => row['Location of exploitation'] !== 'Total')
      const { prepared, rows } = await prepareFileOf({ path: sharedFile(path) }, nrm, {
        columns: 'month, grain, age_group, count, seq',
      })
      expect(prepared).toMatchObject({ profile: 'nrm-longitudinal', rowsRead: parts.length, rejected: 0 })
      expect(prepared.coverage.months).toEqual([])
      expect(prepared.coverage.quarters[0]).toBe('2009-04')
      expect(sum(rows.map(({ count }) => Number(count)))).toBe(
        sum(parts.map((row) => Number(row['NRM referrals']))),
      )
      const children = parts.filter((row) => row['Age at exploitation'] === 'Child (17 or under)')
      expect(
        sum(rows.filter(({ age_group: age }) => age === 'child').map(({ count }) => Number(count))),
      ).toBe(sum(children.map((row) => Number(row['NRM referrals']))))
      expect(prepared.warnings).toContain(
        `Left out ${parts.length / 4} rows: totals of the locations, which stand beside their parts.`,
      )
    },
  )

  test('referrals by first responder leave out every nested total and agree with the grand total', async () => {
    const path = 'nrm/nrm_referrals_west_yorkshire_police_2022Q2-2023Q1.csv'
    const published = await recordsOf(path)
    const dimensions = ['Exploitation type', 'Age at exploitation', 'Gender', 'Nationality']
    const grand = published.filter((row) => dimensions.every((name) => row[name] === 'Total'))
    const { prepared, rows } = await prepareFileOf({ path: sharedFile(path) }, nrm, {
      columns: 'month, exploitation, first_responder, count, seq',
    })
    expect(prepared).toMatchObject({ profile: 'nrm-first-responder', rejected: 0 })
    expect(prepared.held.map(({ month, count }) => [month, count])).toEqual(
      grand.map((row) => [
        `${row.Quarter!.slice(0, 4)}-${['01', '04', '07', '10'][Number(row.Quarter!.slice(-1)) - 1]}`,
        Number(row.People),
      ]),
    )
    const sexual = published.filter(
      (row) =>
        /Sexual/.test(row['Exploitation type']!) &&
        dimensions.slice(1).every((name) => row[name] === 'Total'),
    )
    expect(
      sum(
        rows.filter((row) => String(row.exploitation).includes('sexual')).map(({ count }) => Number(count)),
      ),
    ).toBe(sum(sexual.map((row) => Number(row.People))))
  })

  test.each(['2023Q1-release', '2023Q2-release'])(
    'reasonable grounds of the %s become one figure a quarter, age and decision',
    async (release) => {
      const path = `nrm/nrm_reasonable_grounds.${release}.csv`
      const quarters = (await recordsOf(path)).filter(({ Quarter }) => Quarter !== 'Total')
      const { prepared, rows } = await prepareFileOf(
        { path: sharedFile(path) },
        { ...nrm, feed: 'returns' },
        { columns: 'month, measure, value, seq' },
      )
      expect(prepared).toMatchObject({
        profile: 'nrm-reasonable-grounds',
        rowsRead: quarters.length * 6,
        rejected: 0,
        dropped: [],
      })
      expect(sum(rows.map(({ value }) => Number(value)))).toBe(
        sum(quarters.map(({ Total }) => Number(Total))),
      )
      const positive = rows.filter(({ measure }) => measure === 'NRM reasonable grounds: positive, adult')
      expect(positive.map(({ value }) => Number(value))).toEqual(
        quarters.map((row) => Number(row['Adult (18 or over) - Positive reasonable grounds'])),
      )
    },
  )
})

describeWithSharedData('the LEEDS 2023 register of events', () => {
  test.each(['2023-09-01', '2023-10-01'])('of %s gives every dated event and its audience', async (day) => {
    const path = `leeds-2023-events/events_master_all.snapshot-${day}.csv`
    const text = (await readFile(sharedFile(path), 'utf8')).trim()
    const { prepared, rows } = await prepareFileOf(
      { path: sharedFile(path) },
      {
        feed: 'attendance',
        profile: null,
        agency: 'Leeds City Council',
        today: '2026-01-15',
        strays: 'keep',
      },
      { columns: 'attended, title, area, seq' },
    )
    expect(prepared.profile).toBe('leeds-events')
    expect(prepared.rowsRead).toBe(text.split(/\r?\n(?=[^\n]*,)/).length - 1)
    expect(prepared.rejectsByReason).toEqual([])
    expect(rows.every(({ area }) => area === 'E08000035')).toBe(true)
    const audience = (await recordsOf(path)).flatMap((row) => [
      Number(row.actual_audience_size_number_of_participants_in_person),
      Number(row.actual_audience_size_number_of_participants_online),
    ])
    expect(sum(rows.map(({ attended }) => Number(attended)))).toBe(sum(audience))
  })
})

describeWithSharedData('ONS police force area tables', () => {
  test.each([
    ['december2018', '2018-12', 291_573],
    ['june2019', '2019-06', 296_160],
  ])('of the year ending %s give the force’s own row of table P1', async (name, month, total) => {
    const path = sharedFile(`ons-police-force-area/policeforceareatablesyearending${name}.xlsx`)
    const { prepared, rows } = await prepareFileOf(
      { path },
      { feed: 'returns', profile: null, agency: 'West Yorkshire Police' },
      { columns: 'measure, value, area, month, seq' },
    )
    expect(prepared).toMatchObject({
      profile: 'ons-force-area',
      encoding: 'XLSX',
      coverage: { months: [month] },
    })
    const values = new Map(rows.map(({ measure, value }) => [measure, Number(value)]))
    expect(values.get('Offences in the year to date: Total recorded crime (excluding fraud)')).toBe(total)
    const parts = ['Homicide', 'Violence with injury', 'Violence without injury', 'Stalking and harassment']
    const violence = [...parts, 'Death or serious injury - unlawful driving'].map(
      (part) => values.get(`Offences in the year to date: ${part}`) ?? Number.NaN,
    )
    expect(sum(violence)).toBe(values.get('Offences in the year to date: Violence against the person'))
    expect(rows.length).toBe(23)
    expect(rows.every(({ area }) => area === 'force-wide')).toBe(true)
  })
})
