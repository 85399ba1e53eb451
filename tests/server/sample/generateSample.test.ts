import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedById, findField } from '../../../shared/feeds/feeds.ts'
import { metricById } from '../../../shared/metrics/catalogue.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { findAgency } from '../../../shared/partnership/findAgency.ts'
import { findArea } from '../../../shared/partnership/findArea.ts'
import { addMonths, monthRange } from '../../../shared/periods/month.ts'
import { generateSample } from '../../../server/sample/generateSample.ts'
import { writeReferrals } from '../../../server/sample/nrmSample.ts'
import { correction, missingReturn, plantedEvents } from '../../../server/sample/plantedEvents.ts'
import { sampleFrom, sampleMonths, sampleTo } from '../../../server/sample/sampleSpan.ts'
import type { SampleSubmission } from '../../../server/sample/submissionFiles.ts'
import { countByMonth, latestRows, monthOfRow, readRows } from './sampleRows.ts'
import type { Row } from './sampleRows.ts'

const root = mkdtempSync(join(tmpdir(), 'sample-test-'))
let submissions: readonly SampleSubmission[]
let crimes: readonly Row[]

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const hashes = (files: readonly SampleSubmission[]) =>
  files.map(({ file }) => `${basename(file)} ${hashOf(file)}`)
const planted = (id: string) => plantedEvents.find((event) => event.id === id)!
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const meanOf = (counts: Readonly<Record<string, number>>, from: string, to: string) =>
  mean(sampleMonths.filter((month) => month >= from && month <= to).map((month) => counts[month] ?? 0))

const isCrime = (row: Row) => row['kind'] === 'crime'
const isDomestic = (row: Row) => row['domestic_abuse'] === 'yes'
const isRape = (row: Row) => row['offence_code']!.startsWith('19')
const isSlavery = (row: Row) => row['offence_code'] === '106' || row['offence_code'] === '72'
const isOtherSexual = (row: Row) =>
  /^(17[AB]|20[AB]|21|22[AB]|23|70|71|73|88[A-E])$/.test(row['offence_code']!)

beforeAll(() => {
  submissions = generateSample({ folder: join(root, 'first') })
  crimes = latestRows(submissions, 'crime')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('generateSample', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const first = hashes(submissions)
    expect(hashes(generateSample({ folder: join(root, 'again') }))).toEqual(first)
    const other = writeReferrals({ folder: join(root, 'again'), seed: 2, today: '2026-11-21' })
    expect(hashes(other).filter((hash) => first.includes(hash))).toEqual([])
  })

  it('writes nothing that was sent after the day asked for', () => {
    const folder = join(root, 'again')
    const early = writeReferrals({ folder, seed: 1, today: '2026-06-01' })
    expect([...new Set(early.map(({ asAt }) => asAt))]).toEqual(['2026-02-12', '2026-05-13'])
    expect(hashes(submissions)).toEqual(expect.arrayContaining(hashes(early)))
  })

  it('spans eight whole years in about 350,000 rows of crimes and incidents', () => {
    expect([sampleMonths.length, sampleFrom, sampleTo]).toEqual([96, '2018-11', '2026-10'])
    expect(crimes.length).toBeGreaterThan(335_000)
    expect(crimes.length).toBeLessThan(365_000)
    expect(new Set(crimes.map((row) => monthOfRow('crime', row))).size).toBe(96)
  })

  it('comes in the order in which it was sent, each submission by an agency of the partnership for months that it holds', () => {
    const sent = submissions.map(({ asAt }) => asAt)
    expect(sent.toSorted()).toEqual(sent)
    for (const submission of submissions) {
      const agency = findAgency(submission.agency, westYorkshire)
      expect(agency?.name, submission.agency).toBe(submission.agency)
      expect(agency?.feeds).toContain(submission.feed)
      const months = readRows(submission).map((row) => monthOfRow(submission.feed, row))
      expect(months.length, submission.file).toBeGreaterThan(0)
      expect(months.filter((month) => month < submission.from || month > submission.to)).toEqual([])
      expect(submission.to < submission.asAt.slice(0, 7)).toBe(true)
    }
  })

  it('leaves no gap and no doubt between the successive submissions of an agency', () => {
    for (const { agency, feed } of submissions) {
      const own = submissions.filter((one) => one.agency === agency && one.feed === feed)
      const covered = new Set(own.flatMap(({ from, to }) => monthRange(from, to)))
      const expected = agency === missingReturn.agency && feed === 'returns' ? 94 : 96
      expect(covered.size, `${agency} ${feed}`).toBe(expected)
    }
  })

  it('holds only cells that the feeds take', () => {
    for (const submission of submissions.filter(({ asAt }) => asAt === '2026-11-12')) {
      const rows = readRows(submission)
      for (const name of Object.keys(rows[0]!)) {
        const field = findField(feedById[submission.feed], name)
        expect(field, `${submission.feed}.${name}`).not.toBeNull()
        const values = [...new Set(rows.map((row) => row[name]!))].filter((value) => value !== '')
        const { type } = field!
        const takes = (value: string) => {
          if (type.kind === 'area') return findArea(value, westYorkshire) !== null
          if (type.kind === 'code') return type.open === true || type.codes.some(({ code }) => code === value)
          if (type.kind === 'codes')
            return value.split('|').every((part) => type.codes.some(({ code }) => code === part))
          if (type.kind === 'flag') return value === 'yes' || value === 'no'
          if (type.kind === 'date') return /^\d{4}-(\d{2}(-\d{2})?|Q[1-4])$/.test(value)
          if (type.kind === 'integer') return /^\d+$/.test(value) && Number(value) <= type.max
          if (type.kind === 'number')
            return Number(value) >= (type.min ?? 0) && Number(value) <= (type.max ?? Infinity)
          return value.length <= 120
        }
        expect(
          values.filter((value) => !takes(value)),
          `${submission.feed}.${name}`,
        ).toEqual([])
        if (field!.required === true)
          expect(
            rows.filter((row) => row[name] === ''),
            name,
          ).toEqual([])
      }
    }
  })

  it('never dates an outcome before its crime, a crime after its recording, or anything after it was sent', () => {
    const sent = new Map(
      submissions.filter(({ feed }) => feed === 'crime').map((one) => [one.asAt, readRows(one)]),
    )
    for (const [asAt, rows] of sent) {
      const wrong = rows.filter(
        (row) =>
          row['recorded_date']! > asAt ||
          row['outcome_date']! > asAt ||
          row['committed_from']! > row['recorded_date']! ||
          (row['outcome_date'] !== '' && row['outcome_date']! < row['recorded_date']!),
      )
      expect(wrong).toEqual([])
    }
  })
})

describe('the sample is calibrated', () => {
  it('on 48,438 domestic abuse incidents and crimes a year, 27,827 of them crimes, brought forward two years', () => {
    const demand = countByMonth('crime', crimes, isDomestic)
    const crime = countByMonth('crime', crimes, (row) => isDomestic(row) && isCrime(row))
    expect(meanOf(demand, '2018-11', '2019-10') * 12).toBeGreaterThan(48_438)
    expect(meanOf(demand, '2018-11', '2019-10') * 12).toBeLessThan(48_438 * 1.06)
    expect(meanOf(crime, '2018-11', '2019-10') * 12).toBeGreaterThan(27_827)
    expect(meanOf(crime, '2018-11', '2019-10') * 12).toBeLessThan(27_827 * 1.13)
  })

  it('on the published referrals by West Yorkshire Police from April 2022, quarter by quarter', () => {
    const byPolice = latestRows(submissions, 'nrm').filter(
      (row) => row['route'] === 'nrm' && row['first_responder'] === 'West Yorkshire Police',
    )
    const months = countByMonth('nrm', byPolice, () => true)
    const quarters = [0, 1, 2, 3, 4, 5, 6].map((quarter) => {
      const first = addMonths('2022-04', quarter * 3)
      return monthRange(first, addMonths(first, 2)).reduce((sum, month) => sum + (months[month] ?? 0), 0)
    })
    expect(quarters).toEqual([49, 44, 78, 57, 57, 63, 59])
  })

  it('on a long tail from sexual offence to recording: median of weeks, a fifth after more than a year', () => {
    const days = crimes
      .filter((row) => (isRape(row) || isOtherSexual(row)) && row['committed_from'] !== '')
      .map((row) => (Date.parse(row['recorded_date']!) - Date.parse(row['committed_from']!)) / 86_400_000)
      .toSorted((a, b) => a - b)
    expect(days[Math.floor(days.length / 2)]).toBeGreaterThan(14)
    expect(days[Math.floor(days.length / 2)]).toBeLessThan(60)
    const late = days.filter((wait) => wait > 365).length / days.length
    expect(late).toBeGreaterThan(0.15)
    expect(late).toBeLessThan(0.25)
  })

  it('with a season: more domestic abuse crime in July than in February, per day', () => {
    const counts = countByMonth('crime', crimes, (row) => isDomestic(row) && isCrime(row))
    const years = ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']
    const ratio = mean(years.map((year) => counts[`${year}-07`]! / 31 / (counts[`${year}-02`]! / 28.25)))
    expect(ratio).toBeGreaterThan(1.04)
    expect(ratio).toBeLessThan(1.2)
  })

  it('with a reporting lag: the last month is about a tenth short when it is first sent', () => {
    const [first, second] = submissions.filter(({ feed }) => feed === 'crime').map(readRows)
    const before = countByMonth('crime', first!, isCrime)
    const after = countByMonth('crime', second!, isCrime)
    expect(before['2026-01']! / after['2026-01']!).toBeGreaterThan(0.86)
    expect(before['2026-01']! / after['2026-01']!).toBeLessThan(0.97)
    expect(before['2025-11']! / after['2025-11']!).toBeGreaterThan(0.97)
  })
})

describe('planted events', () => {
  it('correct December 2025 from what was first sent', () => {
    const supplied = submissions
      .filter(({ feed }) => feed === 'crime')
      .map((submission) => countByMonth('crime', readRows(submission), isSlavery)[correction.from])
    expect(supplied).toEqual([correction.was, correction.now, correction.now, correction.now])
  })

  it('lift modern slavery crime in Leeds and nowhere else', () => {
    const event = planted('leeds-desk')
    const ratio = (test: (row: Row) => boolean) => {
      const counts = countByMonth('crime', crimes, (row) => isSlavery(row) && test(row))
      return meanOf(counts, event.from, sampleTo) / meanOf(counts, '2023-06', '2025-05')
    }
    expect(ratio((row) => row['area'] === event.areas[0])).toBeGreaterThan(1.5)
    expect(ratio((row) => row['area'] !== event.areas[0])).toBeLessThan(1.3)
  })

  it('put one month of Bradford far above its neighbours', () => {
    const event = planted('bradford-disclosures')
    const counts = countByMonth(
      'crime',
      crimes,
      (row) => isOtherSexual(row) && row['area'] === event.areas[0],
    )
    const others = sampleMonths.filter(
      (month) => month >= '2024-03' && month <= '2026-03' && month !== event.from,
    )
    expect(counts[event.from]!).toBeGreaterThan(1.6 * Math.max(...others.map((month) => counts[month]!)))
  })

  it('train first responders, after which councils there refer three times as many', () => {
    const training = planted('first-responder-training')
    const effect = planted('referrals-after-training')
    const trained: Record<string, number> = {}
    for (const row of latestRows(submissions, 'attendance')) {
      const month = monthOfRow('attendance', row)
      if (
        row['kind'] !== 'training' ||
        row['first_responder'] !== 'yes' ||
        !training.areas.includes(row['area']!)
      )
        continue
      trained[month] = (trained[month] ?? 0) + Number(row['attended'])
    }
    expect(meanOf(trained, training.from, training.to!)).toBeGreaterThan(
      3 * meanOf(trained, '2023-01', '2025-01'),
    )
    const referrals = countByMonth('nrm', latestRows(submissions, 'nrm'), (row) => {
      return (
        row['route'] === 'nrm' &&
        row['first_responder_type'] === 'council' &&
        effect.areas.includes(row['area']!)
      )
    })
    expect(meanOf(referrals, effect.from, sampleTo)).toBeGreaterThan(
      2.5 * meanOf(referrals, '2023-01', '2025-04'),
    )
  })

  it('leave two months of Kirklees out, and only those', () => {
    const marac = countByMonth('returns', latestRows(submissions, 'returns'), (row) => {
      return row['measure'] === 'marac-cases' && row['agency'] === missingReturn.agency
    })
    const missing = sampleMonths.filter((month) => marac[month] === undefined)
    expect(missing).toEqual(monthRange(missingReturn.from, missingReturn.to))
  })

  it('show the counting rules and lockdowns', () => {
    const honour = countByMonth('crime', crimes, (row) => row['honour_based_abuse'] === 'yes')
    expect(meanOf(honour, '2019-04', '2020-03')).toBeGreaterThan(1.6 * meanOf(honour, '2018-11', '2019-03'))
    const stalking = countByMonth('crime', crimes, (row) => isDomestic(row) && row['offence_code'] === '8Q')
    expect(meanOf(stalking, '2020-04', '2021-03')).toBeGreaterThan(2 * meanOf(stalking, '2019-04', '2020-03'))
    const conduct = countByMonth('crime', crimes, (row) => /^8[LMQU]$/.test(row['offence_code']!))
    expect(meanOf(conduct, '2023-05', '2024-04') / meanOf(conduct, '2022-05', '2023-04')).toBeLessThan(0.82)
    const sexual = countByMonth('crime', crimes, (row) => isRape(row) || isOtherSexual(row))
    expect(meanOf(sexual, '2020-04', '2020-05') / meanOf(sexual, '2019-04', '2019-05')).toBeLessThan(0.8)
    const events = countByMonth('attendance', latestRows(submissions, 'attendance'), () => true)
    expect(meanOf(events, '2020-04', '2020-06')).toBe(0)
  })

  it('keep the repeat victims of Wakefield between 40 and 50 % every month, above every other district', () => {
    const shares = (area: string) => {
      const seen = new Map<string, Set<string>>()
      for (const row of crimes) {
        if (!isCrime(row) || !isDomestic(row) || row['area'] !== area || row['victim_ref'] === '') continue
        const month = monthOfRow('crime', row)
        seen.set(month, (seen.get(month) ?? new Set()).add(row['victim_ref']!))
      }
      return sampleMonths.slice(12).map((month) => {
        const before = monthRange(addMonths(month, -12), addMonths(month, -1)).map((one) => seen.get(one)!)
        const victims = [...seen.get(month)!]
        return victims.filter((victim) => before.some((one) => one.has(victim))).length / victims.length
      })
    }
    const [wakefield] = planted('wakefield-repeat-victims').areas
    const all = new Map(westYorkshire.areas.map(({ code }) => [code, shares(code)]))
    expect(Math.min(...all.get(wakefield!)!)).toBeGreaterThan(0.4)
    expect(Math.max(...all.get(wakefield!)!)).toBeLessThan(0.5)
    for (const [area, values] of all)
      if (area !== wakefield) expect(mean(values)).toBeLessThan(mean(all.get(wakefield!)!))
  })

  it('raise the share of domestic abuse crimes closed with a charge, and lower intelligence', () => {
    const closed = crimes.filter((row) => isDomestic(row) && isCrime(row) && row['outcome_date'] !== '')
    const share = (from: string, to: string) => {
      const within = closed.filter(
        (row) => row['outcome_date']!.slice(0, 7) >= from && row['outcome_date']!.slice(0, 7) <= to,
      )
      return within.filter((row) => /^1A?$/.test(row['outcome_type']!)).length / within.length
    }
    expect(share('2026-01', '2026-10')).toBeGreaterThan(1.2 * share('2024-01', '2024-12'))
    const intelligence = countByMonth('intelligence', latestRows(submissions, 'intelligence'), (row) => {
      return ['domestic-abuse', 'sexual-abuse', 'honour-based-abuse'].includes(row['theme']!)
    })
    expect(meanOf(intelligence, '2026-01', '2026-09')).toBeLessThan(
      0.88 * meanOf(intelligence, '2025-01', '2025-12'),
    )
  })

  it('name only metrics and areas that exist', () => {
    const areas = westYorkshire.areas.map(({ code }) => code)
    for (const event of plantedEvents) {
      expect(event.metrics.filter((metric) => metricById(metric) === null)).toEqual([])
      expect(areas).toEqual(expect.arrayContaining([...event.areas]))
    }
    expect(new Set(plantedEvents.map(({ id }) => id)).size).toBe(plantedEvents.length)
  })
})
