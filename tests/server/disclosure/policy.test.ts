import { describe, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import { disclosureLevel, maskLevels } from '../../../shared/partnership/disclosureLevel.ts'
import type { DisclosurePolicy } from '../../../shared/partnership/partnership.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import type { Series } from '../../../shared/series/series.ts'
import { countedCrimes } from '../../build/countedCrimes.ts'
import type { FeedRow } from '../../build/feedRow.ts'
import { observe, workedOut } from '../../support/linearAttack.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'

const leeds = 'E08000035'
const metric = 'da.crimes'
const viewer: Viewer = { name: 'v', role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected' }
const scrutiny: Viewer = { ...viewer, role: 'scrutiny' }
const plain: DisclosurePolicy = { threshold: 5, suppressZero: false, rounding: 1 }

async function withPolicy(
  disclosure: DisclosurePolicy,
  rows: readonly FeedRow[],
  check: (held: TestInstallation) => Promise<void>,
): Promise<void> {
  const held = await openTestInstallation('embedded', { ...westYorkshire, disclosure })
  try {
    await held.load('crime', rows)
    await check(held)
  } finally {
    await held.close()
  }
}

function hiddenIn(series: readonly Series[]): Set<string> {
  return new Set(
    series.flatMap(({ key, points }) =>
      points.flatMap(({ period, status }) => (status === 'suppressed' ? [`${key['area']} ${period}`] : [])),
    ),
  )
}

describe('the disclosure policy', () => {
  test('has its level for each role and output, the output’s last', () => {
    const policy = { ...plain, roles: { scrutiny: { threshold: 3 } }, outputs: { export: { threshold: 10 } } }
    expect(disclosureLevel(policy, viewer).threshold).toBe(5)
    expect(disclosureLevel(policy, scrutiny).threshold).toBe(3)
    expect(disclosureLevel(policy, { ...scrutiny, output: 'export' }).threshold).toBe(10)
    expect(maskLevels(policy).map(({ threshold }) => threshold)).toEqual([3, 5, 10])
  })

  test('hides in exports all that the screen hides, and what is small for them too', async () => {
    const rows = countedCrimes({ [`${leeds} 2023-05`]: 3, [`${leeds} 2022-08`]: 8 })
    await withPolicy({ ...plain, outputs: { export: { threshold: 10 } } }, rows, async (held) => {
      const query = { metric, breakdown: ['area'] }
      const screen = hiddenIn((await held.ask(query, viewer)).series)
      const exported = hiddenIn((await held.ask(query, { ...viewer, output: 'export' })).series)
      expect(screen.has(`${leeds} 2022-08`)).toBe(false)
      expect(exported.has(`${leeds} 2022-08`)).toBe(true)
      expect([...screen].filter((cell) => !exported.has(cell))).toEqual([])
    })
  })

  test('hides in exports the company of what the screen hides, even where an export needs another', async () => {
    const [calderdale, bradford] = ['E08000033', 'E08000032']
    const counts = { [`${leeds} 2023-05`]: 3, [`${calderdale} 2023-05`]: 7 }
    // Beside Leeds in May, Bradford is the cheapest on the screen; in exports Calderdale is hidden anyway.
    for (const month of ['2023-04', '2023-06']) Object.assign(counts, { [`${calderdale} ${month}`]: 5_000 })
    for (const month of ['2023-04', '2023-05', '2023-06'])
      Object.assign(counts, { [`${bradford} ${month}`]: 10 })
    await withPolicy(
      { ...plain, outputs: { export: { threshold: 10 } } },
      countedCrimes(counts),
      async (held) => {
        const query = { metric, breakdown: ['area'] }
        // The export first: what it hides must not depend on what the screen was asked before.
        const exported = hiddenIn((await held.ask(query, { ...viewer, output: 'export' })).series)
        const screen = hiddenIn((await held.ask(query, viewer)).series)
        expect(screen.has(`${bradford} 2023-05`)).toBe(true)
        expect([...screen].filter((cell) => !exported.has(cell))).toEqual([])
      },
    )
  })

  test('gives no record supplied by district, which differs from what is measured by a few', async () => {
    await withPolicy(plain, countedCrimes(), async (held) => {
      const query = { metric: 'records.supplied', breakdown: ['area'] }
      const { series } = await held.ask(query, viewer)
      for (const { points } of series)
        for (const point of points) expect([point.value, point.status]).toEqual([null, 'suppressed'])
      expect((await held.ask(query, localAnalyst)).series[0]?.points[0]?.value).toBeGreaterThan(0)
      expect(
        (await held.ask({ metric: 'records.supplied' }, viewer)).series[0]?.points[0]?.value,
      ).toBeGreaterThan(0)
    })
  })

  test('rounds what is shown, and gives no interval that tells the exact number', async () => {
    await withPolicy({ ...plain, rounding: 5 }, countedCrimes(), async (held) => {
      const query = { metric, areas: [leeds], basis: 'rate' as const, from: '2023-06', to: '2023-06' }
      const exact = (await held.ask(query, localAnalyst)).series[0]?.points[0]
      const shown = (await held.ask(query, viewer)).series[0]?.points[0]
      expect((exact?.numerator ?? 0) % 5).not.toBe(0)
      expect(shown?.numerator).toBe(Math.round((exact?.numerator ?? 0) / 5) * 5)
      expect(shown?.value).toBeCloseTo(((shown?.numerator ?? 0) / (shown?.denominator ?? 1)) * 1000)
      expect(shown?.lower).not.toBe(exact?.lower)
    })
  })

  test('hides zeros where it says so', async () => {
    const rows = countedCrimes({ [`${leeds} 2023-05`]: 0 })
    const query = { metric, areas: [leeds], from: '2023-05', to: '2023-05' }
    await withPolicy({ ...plain, suppressZero: true }, rows, async (held) => {
      expect((await held.ask(query, viewer)).series[0]?.points[0]?.status).toBe('suppressed')
    })
    await withPolicy(plain, rows, async (held) => {
      expect((await held.ask(query, viewer)).series[0]?.points[0]?.value).toBe(0)
    })
  })

  test('gives a hidden zero company, so that it cannot be worked out', async () => {
    const rows = countedCrimes({ [`${leeds} 2023-05`]: 0 })
    const queries = [
      { metric, breakdown: ['area'] },
      { metric, breakdown: ['area'], grain: 'quarter' as const },
      { metric },
    ]
    await withPolicy({ ...plain, suppressZero: true }, rows, async (held) => {
      const careless = await observe(held, queries, localAnalyst)
      const cell = `${leeds}  2023-05`
      expect(workedOut(careless.filter(({ value }) => value > 0)).get(cell)).toBeCloseTo(0)
      expect(workedOut(await observe(held, queries, viewer)).has(cell)).toBe(false)
    })
  })

  test('publishes districts by quarters where more than a fifth of their months would be hidden, and says so', async () => {
    const few = countedCrimes().map((row) => (row['area'] === leeds ? { ...row, count: 4 } : row))
    await withPolicy(plain, few, async (held) => {
      const months = await held.ask({ metric, areas: [leeds] }, viewer)
      const points = months.series[0]?.points ?? []
      expect(new Set(points.map(({ status }) => status))).toEqual(new Set(['suppressed']))
      expect(points[0]?.reason).toContain('quarters and years only')
      const quarters = await held.ask({ metric, areas: [leeds], grain: 'quarter' }, viewer)
      expect(quarters.series[0]?.points.every(({ status }) => status === 'final')).toBe(true)
      // The whole has enough in every month.
      const whole = await held.ask({ metric }, viewer)
      expect(whole.series[0]?.points.every(({ status }) => status === 'final')).toBe(true)
      // Twelve months that are four whole quarters are shown, others are not.
      const rolling = await held.ask({ metric, areas: [leeds], transform: 'rolling12' }, viewer)
      const shown = rolling.series[0]?.points.flatMap(({ period, value }) => (value === null ? [] : [period]))
      expect(shown).toEqual(['2023-03', '2023-06', '2023-09', '2023-12', '2024-03'])
    })
  })

  test('has floors and tables of its own for a metric', async () => {
    const tables = { [metric]: { breakdowns: ['outcome_type'], areas: 'financialYear' as const } }
    await withPolicy({ ...plain, tables }, countedCrimes(), async (held) => {
      const quarter = await held.ask({ metric, areas: [leeds], grain: 'quarter' }, viewer)
      expect(quarter.series[0]?.points[0]?.reason).toContain('whole years only')
      const year = await held.ask({ metric, areas: [leeds], grain: 'financialYear' }, viewer)
      expect(year.series[0]?.points.every(({ status }) => status === 'final')).toBe(true)
      expect((await held.ask({ metric, breakdown: ['outcome_type'] }, viewer)).disclosure).toBe('protected')
      await expect(held.ask({ metric, breakdown: ['victim_sex'] }, viewer)).rejects.toMatchObject({
        kind: 'needsAccess',
      })
    })
  })

  test('leaves out a table with a line that another metric counts, even where it asks for it', async () => {
    const tables = { [metric]: { breakdowns: ['offence_code', 'victim_sex'] } }
    await withPolicy({ ...plain, tables }, countedCrimes(), async (held) => {
      // Controlling or coercive behaviour is a metric of its own.
      const query = { metric, breakdown: ['offence_code'] }
      await expect(held.ask(query, viewer)).rejects.toMatchObject({ kind: 'needsAccess' })
    })
  })

  test('hides nothing of a metric for which nothing is small', async () => {
    const rows = countedCrimes({ [`${leeds} 2023-05`]: 3 })
    await withPolicy({ ...plain, tables: { [metric]: { threshold: 0 } } }, rows, async (held) => {
      const { series } = await held.ask({ metric, areas: [leeds], from: '2023-05', to: '2023-05' }, viewer)
      expect(series[0]?.points[0]?.value).toBe(3)
    })
  })
})
