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
import { cellsOf, chartSeries, embeddedBook, officeParts, parsedParts } from '../../support/officeParts.ts'

const script = '<script>alert(1)</script>'
const areas = ['E08000032', 'E08000033', 'E08000034', 'E08000035', 'E08000036']

let held: TestInstallation
beforeAll(async () => {
  held = await openTestInstallation()
  const rows: FeedRow[] = []
  for (let month = 0; month < 24; month += 1)
    areas.forEach((area, at) =>
      rows.push(
        ...times(6 + at + (month % 3), (i) =>
          crimeRecord({
            recorded_date: `${addMonths('2023-01', month)}-10`,
            area,
            offence_code: i % 2 === 0 ? '8N' : '105A',
            victim_sex: i % 3 === 0 ? 'male' : 'female',
          }),
        ),
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
  title: 'Crimes',
  board: 'The Board',
  made: '2026-01-15T12:00:00.000Z',
  shows: 'chart',
} as const

describe('an exported comparison of districts', () => {
  test('draws the rates of the API with their intervals, the whole last, then each district on one scale', async () => {
    const request = figureRequestSchema.parse({ view: 'districts', query: { metric: 'da.crimes' } })
    const figures = await figuresOf(answers(), request)
    expect(figures).toHaveLength(1 + areas.length)
    const side = await held.ask({
      metric: 'da.crimes',
      areas: [...areas, 'E23000010'],
      from: '2024-12',
      to: '2024-12',
      transform: 'rolling12',
      basis: 'rate',
    })
    const points = [...areas, 'E23000010'].map((area) =>
      side.series.find(({ key }) => key.area === area)!.points.at(-1)!,
    )
    const file = writeFile('pptx', { ...collection, figures })
    const chart = parsedParts(file).get('ppt/charts/chart1.xml')!
    const [rates] = chartSeries(chart)
    expect(rates!.values).toEqual(points.map(({ value }) => value))
    const book = embeddedBook(file, 'ppt/embeddings/chart1.xlsx')
    expect(cellsOf(book, rates!.range)).toEqual(rates!.values)
    const above = cellsOf(book, rates!.range.replaceAll('$B', '$D')) as number[]
    points.forEach(({ value, upper }, i) => expect(value! + above[i]!).toBeCloseTo(upper!, 9))
    const tops = figures.slice(1).map(({ chart: own }) => own!.ticks.at(-1))
    expect(new Set(tops).size).toBe(1)
  })
})

describe('an exported breakdown', () => {
  test.each(['change', 'lines', 'stacked'] as const)('holds the numbers of the API as %s', async (shape) => {
    const query = { metric: 'da.crimes', from: '2024-01', to: '2024-12' }
    const request = figureRequestSchema.parse({ view: 'breakdown', query, dimension: 'victim_sex', shape })
    const [figure] = await figuresOf(answers(), request)
    const asked = shape === 'change' ? { ...query, from: '2024-12', transform: 'rolling12' as const } : query
    const parts = await held.ask({ ...asked, breakdown: ['victim_sex'] })
    const series = chartSeries(
      parsedParts(writeFile('docx', { ...collection, figures: [figure!] })).get('word/charts/chart1.xml')!,
    )
    for (const part of parts.series) {
      const name = part.labels.victim_sex!
      if (shape === 'change') {
        const at = figure!.chart!.categories.indexOf(name)
        expect(series[1]!.values[at], name).toBe(part.points.at(-1)!.value)
      } else {
        const drawn = series.find((each) => each.name === name)!
        expect(drawn.values, name).toEqual(part.points.map(({ value }) => value))
      }
    }
  })
})

describe('text from outside', () => {
  test('stays text in every part, also where it looks like markup or a formula', async () => {
    const request = figureRequestSchema.parse({ view: 'chart', query: { metric: 'da.crimes' } })
    const [figure] = await figuresOf(answers(), request)
    const formula = '=HYPERLINK("http://example.org","x")'
    const hostile = {
      ...figure!,
      title: `${script} & "'\u0000\u000b`,
      subtitle: formula,
      caveats: [script, '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'],
      chart: {
        ...figure!.chart!,
        categoryHead: script,
        series: figure!.chart!.series.map((each) => ({ ...each, name: formula })),
      },
      table: {
        columns: figure!.table.columns.map((column, i) => (i === 0 ? { ...column, head: script } : column)),
        rows: figure!.table.rows.map((cells) => [formula, ...cells.slice(1)]),
      },
    }
    for (const format of ['xlsx', 'pptx', 'docx'] as const) {
      const file = writeFile(format, { ...collection, title: script, figures: [hostile] })
      // Every part can be parsed, and none of them holds the tag or a cell to be worked out.
      for (const [path, root] of parsedParts(file)) {
        expect(root.getElementsByTagName('script').length, path).toBe(0)
        expect(root.getElementsByTagName('f').length, path).toBe(0)
      }
      expect([...officeParts(file).values()].join('')).toContain('&lt;script&gt;')
    }
    const csv = officeParts(writeFile('csv', { ...collection, figures: [hostile] })).get('table-1.csv')!
    for (const line of csv.split('\r\n').slice(1, -1)) expect(line).toMatch(/^"'=HYPERLINK/)
  })
})
