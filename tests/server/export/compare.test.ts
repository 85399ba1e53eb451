import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { figureRequestSchema } from '../../../shared/figures/figureRequest.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { figuresOf } from '../../../server/export/figuresOf.ts'
import { liveAnswers } from '../../../server/export/liveAnswers.ts'
import { writeFile } from '../../../server/export/writeFile.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { crimeRecord, times, type FeedRow } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import { chartSeries, parsedParts } from '../../support/officeParts.ts'

let held: TestInstallation
beforeAll(async () => {
  held = await openTestInstallation()
  const rows: FeedRow[] = []
  for (let month = 0; month < 24; month += 1)
    rows.push(
      ...times(10 + month, (i) =>
        crimeRecord({
          recorded_date: `${addMonths('2023-01', month)}-10`,
          area: i % 2 === 0 ? 'E08000035' : 'E08000032',
          offence_code: '8N',
          victim_sex: i % 3 === 0 ? 'male' : 'female',
        }),
      ),
    )
  await held.load('crime', rows)
})
afterAll(() => held.close())

function answers() {
  const { records, register, partnership } = held.installation
  return liveAnswers(metricsReader({ records: records.read, register, partnership }), localAnalyst)
}

const collection = {
  title: 'Lines',
  board: 'The Board',
  made: '2026-01-15T12:00:00.000Z',
  shows: 'chart',
} as const

const lines = {
  query: { metric: 'da.crimes', compare: null },
  others: [
    { metric: 'crime.recorded', areas: ['E08000035'], compare: null },
    { metric: 'da.crimes', filters: { victim_sex: ['female'] }, compare: null },
  ],
}

describe('an exported comparison', () => {
  test('has every line in one table, with the numbers of the API', async () => {
    const request = figureRequestSchema.parse({ view: 'compare', ...lines, scale: 'indexed' })
    const [figure, ...none] = await figuresOf(answers(), request)
    expect(none).toEqual([])
    expect(figure?.table.columns.map(({ head }) => head)).toEqual([
      'Month',
      'Domestic abuse crimes recorded, West Yorkshire, crimes',
      'Crimes recorded, Leeds, crimes',
      'Domestic abuse crimes recorded, Female, West Yorkshire, crimes',
    ])
    const all = await held.ask({ metric: 'da.crimes' })
    const points = all.series[0]?.points ?? []
    expect(figure?.table.rows.map((row) => row[1])).toEqual(points.map(({ value }) => value))
    expect(figure?.table.rows.map((row) => row[2])).not.toEqual(points.map(({ value }) => value))
  })

  test('draws each line as a share of its own first year, the mean of which is 100', async () => {
    const request = figureRequestSchema.parse({ view: 'compare', ...lines, scale: 'indexed' })
    const figures = await figuresOf(answers(), request)
    const series = figures[0]?.chart?.series ?? []
    expect(series).toHaveLength(3)
    for (const { values } of series) {
      const year = values.slice(0, 12).map((value) => value ?? 0)
      expect(year.reduce((sum, value) => sum + value, 0) / 12).toBeCloseTo(100, 9)
    }
    const file = writeFile('xlsx', { ...collection, figures })
    const [, chart] = [...parsedParts(file)].find(([path]) => path.startsWith('xl/charts/'))!
    expect(chartSeries(chart).map((each) => each.values)).toEqual(series.map(({ values }) => values))
  })

  test('puts lines on scales of their own into charts of their own, never on two axes', async () => {
    const figures = await figuresOf(answers(), figureRequestSchema.parse({ view: 'compare', ...lines }))
    expect(figures).toHaveLength(4)
    expect(figures[0]?.chart).toBeNull()
    for (const figure of figures.slice(1))
      expect(figure.chart?.series.some(({ role }) => role === 'value')).toBe(true)
  })
})
