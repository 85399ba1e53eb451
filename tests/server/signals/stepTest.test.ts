import { afterEach, beforeEach, expect, test } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { stepTestOf } from '../../../server/signals/stepTestOf.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'

let held: TestInstallation
beforeEach(async () => {
  held = await openTestInstallation()
  const rows = Array.from({ length: 36 }, (_, i) =>
    times((i < 20 ? 20 : 34) + ((i * 7) % 5), () =>
      crimeRecord({ recorded_date: `${addMonths('2022-01', i)}-10` }),
    ),
  )
  await held.load('crime', rows.flat())
})
afterEach(() => held.close())

function ask(at: '2023-09' | '2022-09' | '2024-12', transform: 'none' | 'rolling12' = 'none') {
  const { records, register, partnership } = held.installation
  const reader = metricsReader({ records: records.read, register, partnership })
  return stepTestOf(reader, { query: { metric: 'crime.recorded', transform }, at }, localAnalyst)
}

test('bears out a step at the month where the level moved, with its size', async () => {
  const { evidence } = await ask('2023-09')
  expect(evidence).toMatchObject({ kind: 'evidence', supported: true, sustained: true })
  if (evidence.kind !== 'evidence') return
  expect(evidence.after.mean - evidence.before.mean).toBeCloseTo(14, 0)
  expect(evidence.difference.lower).toBeGreaterThan(0)
})

test('says why it cannot be told where too few figures lie on a side, or they overlap', async () => {
  expect((await ask('2022-09')).evidence).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('A step needs'),
  })
  expect((await ask('2024-12')).evidence).toMatchObject({ kind: 'refused' })
  expect((await ask('2023-09', 'rolling12')).evidence).toEqual({
    kind: 'refused',
    reason: 'Running totals are not tested: neighbouring points share data.',
  })
})
