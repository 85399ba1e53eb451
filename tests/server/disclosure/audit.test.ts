import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import { expect, test } from 'vitest'
import type { Attack } from '../../../server/disclosure/audit/attack.ts'
import { auditReader, linkedMetrics } from '../../../server/disclosure/audit/auditReader.ts'
import { determined } from '../../../server/disclosure/audit/determined.ts'
import type { TableMask } from '../../../server/disclosure/tableMask.ts'
import { metricsReader, type MetricsReader } from '../../../server/metrics/metricsReader.ts'
import type { Viewer } from '../../../shared/access/viewer.ts'
import { countedCrimes } from '../../build/countedCrimes.ts'
import { openTestInstallation } from '../../support/installation.ts'

const leeds = 'E08000035'
const viewer: Viewer = { name: 'v', role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected' }
const highs = await (createRequire(import.meta.url)('highs') as () => Promise<Highs>)()

function sum(...unknowns: number[]) {
  return new Map(unknowns.map((unknown) => [unknown, 1]))
}

function attack(lower: number[], sums: readonly ReadonlyMap<number, number>[], aims: number[]): Attack {
  return {
    lower,
    rows: sums.map((each) => ({ sum: each, lower: 0, upper: 0 })),
    targets: aims.map((aim) => ({ name: `cell ${aim}`, table: 'table', sum: sum(aim) })),
  }
}

test('a cell alone in a total is worked out, four in a square are not', () => {
  const alone = attack([-3, -20], [sum(1), sum(0, 1)], [0])
  expect(determined(highs, alone).map(({ name }) => name)).toEqual(['cell 0'])
  const square = attack([-2, -19, -24, -39], [sum(0, 1), sum(2, 3), sum(0, 2), sum(1, 3)], [0, 1, 2, 3])
  expect(determined(highs, square)).toEqual([])
})

test('a cell that only its bounds give away is worked out too', () => {
  // Two numbers that are at least 1 and come to 2 are both 1.
  expect(determined(highs, attack([0, 0], [sum(0, 1)], [0, 1]))).toHaveLength(2)
})

test('a cell that moves in fractions only is worked out', () => {
  // x + y, y + z and x + z are known: each is known. Without the last, one step up and down alternates.
  const known = [sum(0, 1), sum(1, 2), sum(0, 2)]
  expect(determined(highs, attack([-5, -5, -5], known, [0, 1, 2]))).toHaveLength(3)
  expect(determined(highs, attack([-5, -5, -5], known.slice(0, 2), [0, 1, 2]))).toEqual([])
})

test('the audit of all a reader can obtain finds nothing, and finds what is planted', async () => {
  const held = await openTestInstallation()
  try {
    await held.load('crime', countedCrimes({ [`${leeds} 2023-05`]: 3 }))
    const { records, register, partnership } = held.installation
    const reader = metricsReader({ records: records.read, register, partnership })
    const linked = linkedMetrics().filter((group) => group.includes('da.crimes'))
    const groups = await auditReader(reader, viewer, { groups: linked })
    const own = groups.find(({ metrics }) => metrics.includes('da.demand'))
    expect(own?.hidden).toBeGreaterThanOrEqual(4)
    expect(groups.flatMap(({ determined: worked }) => worked)).toEqual([])
    expect(groups.flatMap(({ small }) => small)).toEqual([])
    const bare = withoutCompany(metricsReader({ records: records.read, register, partnership }))
    const found = await auditReader(bare, viewer, { groups: linked })
    expect(found.flatMap(({ determined: worked }) => worked)).toContain(
      `da.crimes by time and place: ${leeds} 2023-05`,
    )
  } finally {
    await held.close()
  }
}, 120_000)

/** Masks that hide the small number and nothing for its sake. */
function withoutCompany(reader: MetricsReader): MetricsReader {
  const bare = (table: TableMask): TableMask => {
    const at = table.places.indexOf(leeds) * table.parts.length * table.periods.length
    const period = table.periods.findIndex((cell) => cell.grain === 'month' && cell.period === '2023-05')
    const hidden = table.byPlace.hidden.map((is, cell) => (cell === at + period ? is : 0))
    return { ...table, byPlace: { ...table.byPlace, hidden } }
  }
  return {
    ...reader,
    masks: { ...reader.masks, get: async (_key, compute) => bare(await compute()) },
  }
}
