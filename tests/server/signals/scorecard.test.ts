import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantedSuggestions } from '../../../bench/scrutiny/plantedSuggestions.ts'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { addMonths, type Month } from '../../../shared/periods/month.ts'
import { readConfig } from '../../../server/config.ts'
import { openInstallation, type Installation } from '../../../server/installation.ts'
import { metricsReader, type MetricsReader } from '../../../server/metrics/metricsReader.ts'
import { seriesOf } from '../../../server/metrics/seriesOf.ts'
import { loadSampleIfEmpty } from '../../../server/sample/loadSample.ts'
import { correction, missingReturn } from '../../../server/sample/plantedEvents.ts'
import { metricPageOf } from '../../../server/signals/metricPageOf.ts'
import { scorecardOf } from '../../../server/signals/scorecardOf.ts'

let dataDir: string
let installation: Installation
let reader: MetricsReader

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dashboard-sample-'))
  installation = await openInstallation(readConfig({ PORT: '0', DATA_DIR: dataDir }))
  await loadSampleIfEmpty(installation, { say: () => undefined })
  reader = metricsReader({
    records: installation.records.read,
    register: installation.register,
    partnership: westYorkshire,
  })
}, 300_000)
afterAll(async () => {
  await installation.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('the sample partnership', () => {
  test('is labelled synthetic and is not loaded again on the next start', async () => {
    const before = installation.register.position()
    await loadSampleIfEmpty(installation, { say: () => undefined })
    expect(installation.register.position()).toBe(before)
    expect((await scorecardOf(reader, { months: 3 }, localAnalyst)).synthetic).toBe(true)
  })

  test('the scorecard and the series give one number', async () => {
    const { rows, period } = await scorecardOf(reader, { months: 12 }, localAnalyst)
    for (const id of ['da.crimes', 'sa.rape', 'intel.submissions', 'da.charged']) {
      const row = rows.find(({ metric }) => metric === id)
      const { series } = await seriesOf(
        reader,
        { metric: id, transform: 'rolling12', from: period.to, to: period.to },
        localAnalyst,
      )
      expect(row?.latest.value, id).toBe(series[0]?.points[0]?.value)
    }
  })

  test('each row says how its chart read a month before, as the scorecard of that month does', async () => {
    const { rows, period } = await scorecardOf(reader, { months: 1 }, localAnalyst)
    expect(rows.filter(({ before }) => before !== undefined)).toHaveLength(rows.length)
    const changedRows = rows.filter(({ before }) => before?.kind !== 'common' && before?.kind !== 'unjudged')
    expect(changedRows.length).toBeGreaterThan(0)
    const page = await metricPageOf(reader, { metric: 'ms.crimes', to: period.to }, localAnalyst)
    const points = page.result.series[0]?.points ?? []
    const newest = points.findLast(({ status }) => status === 'final')?.period ?? ''
    const former = await metricPageOf(
      reader,
      { metric: 'ms.crimes', from: points[0]?.period, to: addMonths(newest as Month, -1) },
      localAnalyst,
    )
    expect(rows.find(({ metric }) => metric === 'ms.crimes')?.before).toEqual(former.chart.variation)
  })

  test('districts and records without one add up to the partnership', async () => {
    const whole = await seriesOf(reader, { metric: 'da.crimes' }, localAnalyst)
    const parts = await seriesOf(reader, { metric: 'da.crimes', breakdown: ['area'] }, localAnalyst)
    for (const [i, point] of (whole.series[0]?.points ?? []).entries()) {
      const sum = parts.series.reduce((total, { points }) => total + (points[i]?.value ?? 0), 0)
      expect(sum, point.period).toBe(point.value)
    }
  })

  test('the planted correction is a restatement with its former value', async () => {
    const page = await metricPageOf(reader, { metric: correction.metrics[0] }, localAnalyst)
    const found = page.restatements.find(({ period }) => period === correction.from)
    expect(found).toMatchObject({ was: correction.was, now: correction.now })
  })

  test('the planted missing return leaves a gap that names who is missing, never a total', async () => {
    const { series } = await seriesOf(reader, { metric: missingReturn.metrics[0] }, localAnalyst)
    for (const month of [missingReturn.from, missingReturn.to]) {
      const point = series[0]?.points.find(({ period }) => period === month)
      expect(point).toMatchObject({ value: null, status: 'incomplete' })
      expect(point?.reason).toContain('Kirklees')
    }
  })

  test.each([
    ['correction', correction.id],
    ['missingReturn', missingReturn.id],
  ] as const)('the planted %s is among the first ten suggested questions', async (kind, id) => {
    const ranks = await plantedSuggestions(installation, { kinds: [kind] })
    expect(ranks.map(({ event }) => event.id)).toEqual([id])
    for (const { event, rank } of ranks) {
      expect(rank, event.title).not.toBeNull()
      expect(rank, event.title).toBeLessThanOrEqual(10)
    }
  })

  test('provisional points enter no limit, rule or finding', async () => {
    const page = await metricPageOf(reader, { metric: 'da.crimes' }, localAnalyst)
    const last = page.result.series[0]?.points.at(-1)
    expect(last?.status).toBe('provisional')
    expect(page.chart.points.at(-1)).toMatchObject({ type: 'common', rule: 'none' })
    expect(page.finding.headline).not.toContain('Oct 2026')
  })

  test('rolling figures have no control limits, and say why', async () => {
    const page = await metricPageOf(reader, { metric: 'da.crimes', transform: 'rolling12' }, localAnalyst)
    expect(page.chart.refused).toMatch(/neighbouring points share data/)
    expect(page.chart.segments).toEqual([])
    expect('refused' in page.forecast).toBe(true)
  })

  test('a forecast begins after the last final month', async () => {
    const page = await metricPageOf(reader, { metric: 'da.crimes' }, localAnalyst)
    const lastFinal = page.result.series[0]?.points.findLast(({ status }) => status === 'final')
    if ('refused' in page.forecast) throw new Error(page.forecast.refused)
    expect(page.forecast.points[0]?.period).toBe('2026-10')
    expect(lastFinal?.period).toBe('2026-09')
    for (const { lower95, lower80, mean, upper80, upper95 } of page.forecast.points) {
      expect([lower95, lower80, mean, upper80, upper95]).toEqual(
        [lower95, lower80, mean, upper80, upper95].toSorted((a, b) => a - b),
      )
    }
  })

  test('nothing shown is not a number', async () => {
    const text = JSON.stringify(await scorecardOf(reader, { months: 1 }, localAnalyst), (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'NOT A NUMBER' : value,
    )
    expect(text).not.toContain('NOT A NUMBER')
  })
})
