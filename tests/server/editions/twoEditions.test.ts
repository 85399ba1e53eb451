import { afterAll, beforeAll, expect, test } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { publishEdition } from '../../../server/editions/publish.ts'
import { workspaceMemory } from '../../../server/disclosure/workspaceMemory.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { countedCrimes } from '../../build/countedCrimes.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import { observationsOf, workedOut, type Observation } from '../../support/linearAttack.ts'

const leeds = 'E08000035'
const cell = `${leeds}  2023-05`
const metric = 'da.crimes'

let held: TestInstallation
beforeAll(async () => {
  held = await openTestInstallation()
})
afterAll(() => held.close())

const publish = (title: string) => {
  const { records, register, partnership, workspace } = held.installation
  const reader = metricsReader({
    records: records.read,
    register,
    partnership,
    memory: workspaceMemory(workspace),
  })
  return publishEdition(workspace, reader, {
    request: { title, meetingDate: '2025-12-11', commentary: '', metrics: [metric], viewer: localAnalyst },
    now: new Date('2025-12-05T10:00:00Z'),
  })
}

/** Every count that is stored with an edition, whichever question it answers. */
async function storedIn(edition: number): Promise<Observation[]> {
  const rows = await held.installation.workspace
    .selectFrom('edition_figure')
    .select('answer')
    .where('edition', '=', edition)
    .where('metric', '=', metric)
    .execute()
  return rows.flatMap(({ answer }) => {
    const read = JSON.parse(answer) as { result?: SeriesResult } & SeriesResult
    const result = read.result ?? read
    return result.query.breakdown.length > 0 ? [] : observationsOf(result)
  })
}

test('two editions side by side do not give away what either hides', async () => {
  await held.load('crime', countedCrimes({ [`${leeds} 2023-05`]: 3 }), { asAt: '2025-06-30' })
  await publish('First')
  await held.restart()
  // Leeds is no longer small: everything else is the same number in both editions.
  await held.load('crime', countedCrimes({ [`${leeds} 2023-05`]: 9 }), { asAt: '2025-09-30', confirm: true })
  await publish('Second')
  const first = await storedIn(1)
  const second = await storedIn(2)
  expect(first.length).toBeGreaterThan(100)
  expect(second.length).toBeGreaterThan(100)
  expect(workedOut(first).has(cell)).toBe(false)

  const unchanged = (all: readonly Observation[]) =>
    all.filter(
      ({ area, months }) => area.startsWith('E08') && (area !== leeds || !months.includes('2023-05')),
    )
  expect(workedOut([...first, ...unchanged(second)]).has(cell)).toBe(false)
  // The same attack on editions whose second forgets what the first hid.
  const exact: Observation[] = []
  for (const query of [
    { metric, breakdown: ['area'] },
    { metric, breakdown: ['area'], grain: 'quarter' },
  ] as const)
    exact.push(...observationsOf(await held.ask({ ...query, breakdown: [...query.breakdown] }, localAnalyst)))
  expect(workedOut([...first, ...unchanged(exact)]).get(cell)).toBeCloseTo(3)
}, 120_000)
