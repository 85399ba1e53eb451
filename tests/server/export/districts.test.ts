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
import {
  cellsOf,
  chartSeries,
  embeddedBook,
  officeParts,
  parsedParts,
  readBook,
} from '../../support/officeParts.ts'

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
            offence_code: ['8N', '105A', '8N', '19C'][i % 4]!,
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

describe('an exported breakdown by two dimensions', () => {
  const query = { metric: 'da.crimes', from: '2024-01', to: '2024-12' }
  const both = { view: 'breakdown', query, dimension: 'offence_group', by2: 'victim_sex' }
  const pairs = (asked: object) =>
    held.ask({ ...query, ...asked, breakdown: ['offence_group', 'victim_sex'] })

  test.each([
    ['lines', 'xlsx', 'xl/charts'],
    ['lines', 'pptx', 'ppt/charts'],
    ['stacked', 'docx', 'word/charts'],
  ] as const)('has a chart on one scale for each part, as %s in %s', async (shape, format, folder) => {
    const request = figureRequestSchema.parse({ ...both, shape })
    const figures = await figuresOf(answers(), request)
    expect(figures).toHaveLength(1)
    const { panels = [], table } = figures[0]!
    const { series } = await pairs({})
    expect(series.length).toBeGreaterThan(3)
    expect(new Set(panels.map(({ name }) => name))).toEqual(
      new Set(series.map(({ labels }) => labels.offence_group)),
    )
    expect(new Set(panels.map(({ chart }) => chart.ticks.at(-1))).size).toBe(1)
    expect(table.rows).toHaveLength(panels.length * 12)
    const file = writeFile(format, { ...collection, figures })
    const drawn = [...parsedParts(file)]
      .filter(([path]) => path.startsWith(folder) && path.endsWith('.xml'))
      .toSorted(([a], [b]) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    expect(drawn).toHaveLength(panels.length)
    for (const [i, [path, chart]] of drawn.entries()) {
      const book =
        format === 'xlsx'
          ? readBook(file)
          : embeddedBook(file, path.replace('charts', 'embeddings').replace('.xml', '.xlsx'))
      for (const line of chartSeries(chart)) {
        const own = series.find(
          ({ labels }) => labels.offence_group === panels[i]!.name && labels.victim_sex === line.name,
        )!
        expect(line.values, `${panels[i]!.name} ${line.name}`).toEqual(own.points.map(({ value }) => value))
        expect(cellsOf(book, line.range)).toEqual(line.values)
      }
    }
  })

  test('is a table of both over twelve months, as counts with their sum or as shares of each column', async () => {
    const { series } = await pairs({ from: '2024-12', transform: 'rolling12' })
    const value = (group: string, sex: string) =>
      series.find(({ labels }) => labels.offence_group === group && labels.victim_sex === sex)!.points.at(-1)!
        .value!
    const [counts] = await figuresOf(answers(), figureRequestSchema.parse(both))
    const [, ...sexes] = counts!.table.columns.map(({ head }) => head)
    expect(sexes.toSorted()).toEqual(['Female', 'Male'])
    const rows = counts!.table.rows.slice(0, -1)
    for (const [group, ...cells] of rows)
      expect(cells, String(group)).toEqual(sexes.map((sex) => value(String(group), sex)))
    const sums = sexes.map((sex) => rows.reduce((sum, [group]) => sum + value(String(group), sex), 0))
    expect(counts!.table.rows.at(-1)).toEqual(['Together', ...sums])
    const [shares] = await figuresOf(answers(), figureRequestSchema.parse({ ...both, share: true }))
    for (const [group, ...cells] of shares!.table.rows)
      expect(cells).toEqual(sexes.map((sex, i) => (value(String(group), sex) / sums[i]!) * 100))
    // A table leaves as a table, whatever is asked for.
    const words = officeParts(writeFile('pptx', { ...collection, figures: [shares!] })).get(
      'ppt/slides/slide1.xml',
    )
    expect(words).toContain('<a:tbl>')
  })

  test('shows the largest parts by themselves and the others together, also by one dimension', async () => {
    const one = { ...both, by2: null, shape: 'lines' }
    const [all] = await figuresOf(answers(), figureRequestSchema.parse({ ...both, shape: 'lines' }))
    const [few] = await figuresOf(answers(), figureRequestSchema.parse({ ...both, shape: 'lines', top: 1 }))
    expect(all!.panels!.length).toBeGreaterThan(2)
    expect(few!.panels!.map(({ name }) => name)).toEqual([
      all!.panels![0]!.name,
      `${all!.panels!.length - 1} others`,
    ])
    const rest = few!.panels![1]!.chart.series[0]!.values
    expect(rest[0]).toBe(
      all!.panels!.slice(1).reduce((sum, { chart }) => sum + chart.series[0]!.values[0]!, 0),
    )
    const [share] = await figuresOf(answers(), figureRequestSchema.parse({ ...one, share: true }))
    expect(share!.chart!.numberFormat).toContain('%')
    const sums = share!.chart!.categories.map((_, i) =>
      share!.chart!.series.reduce((sum, { values }) => sum + values[i]!, 0),
    )
    for (const sum of sums) expect(sum).toBeCloseTo(100, 9)
  })

  test('is refused to whoever may read one dimension at a time', async () => {
    const { records, register, partnership } = held.installation
    const covered = liveAnswers(metricsReader({ records: records.read, register, partnership }), {
      ...localAnalyst,
      disclosure: 'protected',
    })
    for (const shape of ['change', 'lines', 'stacked'])
      await expect(figuresOf(covered, figureRequestSchema.parse({ ...both, shape }))).rejects.toThrow(
        'one breakdown at a time',
      )
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
