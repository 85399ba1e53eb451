import { afterEach, beforeEach, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { countedCrimes } from '../../build/countedCrimes.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  type TestInstallation,
} from '../../support/installation.ts'
import { observe, workedOut, type Observation } from '../../support/linearAttack.ts'

const leeds = 'E08000035'
const metric = 'da.crimes'
const viewer: Viewer = { name: 'v', role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected' }
const everything: readonly SeriesQueryInput[] = [
  { metric, breakdown: ['area'] },
  { metric, breakdown: ['area'], grain: 'quarter' },
  { metric, breakdown: ['area'], grain: 'financialYear' },
  { metric, breakdown: ['area'], grain: 'calendarYear' },
  { metric, breakdown: ['area'], transform: 'rolling12' },
  { metric },
  { metric, grain: 'quarter' },
]

const isMonthOfLeeds = ({ area, months }: Observation) => months.length === 1 && area === leeds

/** The district rows up to a month, in which single counts may differ. */
function crimesTo(month: string, small: Readonly<Record<string, number>>) {
  return countedCrimes(small).filter((row) => String(row['recorded_date']).slice(0, 7) <= month)
}

describeOnBothEngines('figures of two positions', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine)
  })
  afterEach(() => held?.close())

  const hiddenNow = async () => {
    const { series } = await held.ask({ metric, breakdown: ['area'] }, viewer)
    return new Set(
      series.flatMap(({ key, points }) =>
        points.flatMap(({ period, status }) => (status === 'suppressed' ? [`${key['area']} ${period}`] : [])),
      ),
    )
  }

  test('do not show later what hid a small count before, not even after a restart', async () => {
    await held.load('crime', countedCrimes({ [`${leeds} 2023-05`]: 3 }), { asAt: '2025-06-30' })
    const before = await observe(held, everything, viewer)
    const hidden = await hiddenNow()
    expect(hidden.size).toBe(4)
    await held.restart()
    await held.load('crime', countedCrimes({ [`${leeds} 2023-05`]: 9 }), { confirm: true })
    const still = await hiddenNow()
    expect([...hidden].filter((cell) => !still.has(cell))).toEqual([])

    // What did not change between the two is the same number in both.
    const unchanged = (observations: readonly Observation[]) =>
      observations.filter(
        ({ area, months }) => months.length === 1 && area.startsWith('E08') && area !== leeds,
      )
    const careless = unchanged(await observe(held, everything, localAnalyst))
    expect(workedOut([...before, ...careless]).get(`${leeds}  2023-05`)).toBeCloseTo(3)
    const careful = unchanged(await observe(held, everything, viewer))
    expect(workedOut([...before, ...careful]).has(`${leeds}  2023-05`)).toBe(false)
  })

  test('hide a small count of a new month with numbers that nobody holds yet, and go on doing so', async () => {
    const small = { [`${leeds} 2023-06`]: 3 }
    const seen: Observation[] = []
    for (const [month, asAt] of [
      ['2023-05', '2025-01-31'],
      ['2023-06', '2025-02-28'],
      ['2023-10', '2025-03-31'],
      ['2024-03', '2025-04-30'],
    ] as const) {
      const period = { from: '2022-04', to: month } as const
      await held.load('crime', crimesTo(month, small), { asAt, period, confirm: true })
      seen.push(...(await observe(held, everything, viewer)))
    }
    expect(seen.filter(isMonthOfLeeds).some(({ months }) => months[0] === '2023-05')).toBe(true)
    expect(workedOut(seen).has(`${leeds}  2023-06`)).toBe(false)
    const exact = await observe(held, everything, localAnalyst)
    const year = exact.filter(({ area, months }) => area === leeds && months.length === 12)
    expect(
      workedOut([...seen, ...year, ...exact.filter(isMonthOfLeeds).filter(({ value }) => value >= 5)]).get(
        `${leeds}  2023-06`,
      ),
    ).toBeCloseTo(3)
  })

  test('are not both to be had: an earlier position needs analyst access', async () => {
    await held.load('crime', countedCrimes(), { asAt: '2025-06-30' })
    await held.load('crime', countedCrimes({ [`${leeds} 2023-05`]: 3 }), { confirm: true })
    await expect(held.ask({ metric, asAt: 1 }, viewer)).rejects.toMatchObject({ kind: 'needsAccess' })
    expect((await held.ask({ metric, asAt: 2 }, viewer)).series).toHaveLength(1)
    expect((await held.ask({ metric, asAt: 1 }, localAnalyst)).series).toHaveLength(1)
  })
})
