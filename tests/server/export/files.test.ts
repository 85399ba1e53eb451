import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import type { ExportFormat, FigureRequest } from '../../../shared/figures/figureRequest.ts'
import { figureRequestSchema } from '../../../shared/figures/figureRequest.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { figuresOf } from '../../../server/export/figuresOf.ts'
import { liveAnswers } from '../../../server/export/liveAnswers.ts'
import { writeFile } from '../../../server/export/writeFile.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { metricPageOf } from '../../../server/signals/metricPageOf.ts'
import { partnerReturn, times } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import {
  all,
  cellsOf,
  chartSeries,
  embeddedBook,
  officeParts,
  parsedParts,
  readBook,
} from '../../support/officeParts.ts'

/** Counts below ten thousand are hidden, so that what is hidden is a number that stands nowhere by chance. */
const partnership = { ...westYorkshire, disclosure: { threshold: 10_000, suppressZero: false, rounding: 1 } }
const hidden = 7919
const months = 30
const visible = (i: number) => 20_000 + ((i * 7919) % 997) + (i > 20 ? 3000 : 0)

const reader: Viewer = { ...localAnalyst, role: 'viewer', disclosure: 'protected' }
const request: FigureRequest = figureRequestSchema.parse({
  view: 'chart',
  query: { metric: 'returns.maracCases', areas: ['E08000035'] },
})
const formats: ExportFormat[] = ['xlsx', 'pptx', 'docx', 'csv', 'json']
const made = '2026-01-15T12:00:00.000Z'

let held: TestInstallation
beforeAll(async () => {
  held = await openTestInstallation('embedded', partnership)
  await load(held, hidden)
})
afterAll(() => held.close())

async function load(into: TestInstallation, secret: number) {
  const rows = times(months, (i) =>
    partnerReturn({ period: addMonths('2023-01', i), value: i === 5 || i === 12 ? secret : visible(i) }),
  )
  await into.load('returns', rows)
}

function readerOf({ installation }: TestInstallation) {
  const { records, register, partnership: own } = installation
  return metricsReader({ records: records.read, register, partnership: own })
}

async function fileOf(from: TestInstallation, format: ExportFormat, viewer = reader): Promise<Uint8Array> {
  const figures = await figuresOf(liveAnswers(readerOf(from), viewer), request)
  return writeFile(format, { title: 'Cases', board: 'The Board', figures, made, shows: 'chart' })
}

describe('an exported control chart', () => {
  test('draws the numbers of the API in Excel, and reads them from its cells', async () => {
    const page = await metricPageOf(readerOf(held), request.query, reader)
    const file = await fileOf(held, 'xlsx')
    const series = chartSeries(parsedParts(file).get('xl/charts/chart5.xml')!)
    const points = page.result.series[0]!.points
    expect(series[0]).toMatchObject({ name: 'Cases', values: points.map(({ value }) => value) })
    const book = readBook(file)
    for (const each of series) expect(cellsOf(book, each.range), each.name).toEqual(each.values)
    const upper = series.find(({ name }) => name === 'Upper limit')!
    expect(upper.values.at(-2)).toBe(page.chart.points.at(-2)!.upper)
    expect(series.find(({ name }) => name === 'Average')!.values.at(-2)).toBe(page.chart.points.at(-2)!.mean)
    const changed = page.chart.points.flatMap(({ type }, i) => (type === 'neutral' ? [i] : []))
    expect(changed.length).toBeGreaterThan(0)
    expect(series.find(({ name }) => name === 'Changed, no judgement')!.values).toEqual(
      points.map(({ value }, i) => (changed.includes(i) ? value : null)),
    )
  })

  test.each([
    ['pptx', 'ppt'],
    ['docx', 'word'],
  ] as const)('draws the same in %s from a workbook inside', async (format, folder) => {
    const file = await fileOf(held, format)
    const series = chartSeries(parsedParts(file).get(`${folder}/charts/chart1.xml`)!)
    const workbook = chartSeries(parsedParts(await fileOf(held, 'xlsx')).get('xl/charts/chart5.xml')!)
    expect(series.map(({ name, values }) => ({ name, values }))).toEqual(
      workbook.map(({ name, values }) => ({ name, values })),
    )
    const book = embeddedBook(file, `${folder}/embeddings/chart1.xlsx`)
    for (const each of series) expect(cellsOf(book, each.range), each.name).toEqual(each.values)
  })

  test.each([
    ['xlsx', 'xl/charts/chart6.xml'],
    ['pptx', 'ppt/charts/chart1.xml'],
    ['docx', 'word/charts/chart1.xml'],
  ] as const)('goes on with the page’s forecast in %s, apart from what is recorded', async (format, path) => {
    const page = await metricPageOf(readerOf(held), request.query, localAnalyst)
    if ('refused' in page.forecast) throw new Error(page.forecast.refused)
    const points = page.result.series[0]!.points
    const last = points.findLast(({ status }) => status === 'final')!
    const periods = [...new Set([...points, ...page.forecast.points].map(({ period }) => period))]
    expect(periods.length).toBe(months + 6)
    const file = await fileOf(held, format, localAnalyst)
    const series = chartSeries(parsedParts(file).get(path)!)
    const book =
      format === 'xlsx'
        ? readBook(file)
        : embeddedBook(file, path.replace('charts', 'embeddings').replace('xml', 'xlsx'))
    const at = new Map(page.forecast.points.map((point) => [point.period, point]))
    for (const [name, of] of [
      ['Forecast', 'mean'],
      ['Forecast, 80% lower', 'lower80'],
      ['Forecast, 80% upper', 'upper80'],
      ['Forecast, 95% lower', 'lower95'],
      ['Forecast, 95% upper', 'upper95'],
    ] as const) {
      const drawn = series.find((each) => each.name === name)!
      // The lines open at the last final figure, and hold nothing before it.
      expect(drawn.values, name).toEqual(
        periods.map((period) => at.get(period)?.[of] ?? (period === last.period ? last.value : null)),
      )
      expect(cellsOf(book, drawn.range), name).toEqual(drawn.values)
    }
    expect(series[0]!.values).toEqual(periods.map((_, i) => points[i]?.value ?? null))
    const dashed = all(parsedParts(file).get(path)!, 'c:ser').filter(
      (element) => all(element, 'a:prstDash')[0]?.getAttribute('val') === 'dash',
    )
    expect(dashed.map((element) => all(element, 'c:v')[0]!.textContent)).toContain('Forecast')
  })

  test('has the forecast in a table of its own, and none where the page gives none', async () => {
    const page = await metricPageOf(readerOf(held), request.query, localAnalyst)
    if ('refused' in page.forecast) throw new Error(page.forecast.refused)
    const expected = page.forecast.points
    const book = readBook(await fileOf(held, 'xlsx', localAnalyst))
    const head = Object.values(book.Sheets['Forecast 1']!).findIndex((cell) => cell?.v === 'Month')
    expect(head).toBeGreaterThan(0)
    const first = Number(Object.keys(book.Sheets['Forecast 1']!)[head]!.slice(1)) + 1
    const column = (letter: string) =>
      cellsOf(book, `'Forecast 1'!${letter}${first}:${letter}${first + expected.length - 1}`)
    expect(column('A').at(-1)).toBe('Dec 2025')
    expect(column('B')).toEqual(expected.map(({ mean }) => mean))
    expect(column('E')).toEqual(expected.map(({ lower95 }) => lower95))
    expect(column('F')).toEqual(expected.map(({ upper95 }) => upper95))
    const [open, covered] = await Promise.all(
      [localAnalyst, reader].map(async (viewer) => figuresOf(liveAnswers(readerOf(held), viewer), request)),
    )
    expect(open![0]!.table.rows).toHaveLength(months)
    expect(open![0]!.method).toContain('Forecast: Exponential smoothing')
    expect(open![0]!.altText).toContain('Forecast for Dec 2025')
    expect(officeParts(await fileOf(held, 'docx', localAnalyst)).get('word/document.xml')).toContain(
      'Table 1, forecast.',
    )
    expect([...officeParts(await fileOf(held, 'csv', localAnalyst)).keys()]).toContain('forecast-1.csv')
    // Hidden months leave gaps, over which nothing is forecast.
    expect(JSON.stringify(covered)).not.toContain('Forecast')
  })

  test.each(formats)('keeps the marker of a hidden month and nowhere its number in %s', async (format) => {
    const bare = await fileOf(held, format, localAnalyst)
    const covered = await fileOf(held, format)
    const text = (file: Uint8Array) =>
      format === 'json' ? Buffer.from(file).toString() : [...officeParts(file).values()].join('\n')
    // The analyst's file holds it, so that the search finds what is there.
    expect(text(bare)).toMatch(/7,?919(?!\d)/)
    expect(text(covered)).not.toMatch(/7,?919(?!\d)/)
    expect(text(covered)).toContain('[c]')
  })

  test.each(formats)(
    'is the same file, byte for byte, whatever the hidden numbers are in %s',
    async (format) => {
      const other = await openTestInstallation('embedded', partnership)
      try {
        await load(other, 6007)
        expect(Buffer.from(await fileOf(other, format))).toEqual(Buffer.from(await fileOf(held, format)))
      } finally {
        await other.close()
      }
    },
  )

  test('has an alternative text and a gap where a month is hidden, in all three', async () => {
    const [figure] = await figuresOf(liveAnswers(readerOf(held), reader), request)
    for (const format of ['xlsx', 'pptx', 'docx'] as const) {
      const parts = parsedParts(await fileOf(held, format))
      const described = [...parts.values()].flatMap((root) =>
        ['xdr:cNvPr', 'p:cNvPr', 'wp:docPr'].flatMap((name) => all(root, name)),
      )
      expect(described.map((element) => element.getAttribute('descr'))).toContain(figure!.altText)
      const chart = [...parts].find(([path]) => /charts\/chart\d+\.xml$/.test(path))![1]
      expect(chartSeries(chart)[0]!.values[5]).toBeNull()
      expect(all(chart, 'c:dispBlanksAs')[0]!.getAttribute('val')).toBe('gap')
    }
  })
})

describe('an exported workbook', () => {
  test('is laid out for screen readers: cover, contents, notes, one marked table a sheet, nothing merged or empty', async () => {
    const file = await fileOf(held, 'xlsx')
    const book = readBook(file)
    expect(book.SheetNames).toEqual(['Cover', 'Contents', 'Notes', 'Table 1', 'Chart 1'])
    const parts = parsedParts(file)
    for (const [path, root] of parts) {
      if (!path.startsWith('xl/worksheets/sheet')) continue
      expect(all(root, 'mergeCell'), path).toEqual([])
      expect(all(root, 'f'), path).toEqual([])
      expect(all(root, 'tablePart').length, path).toBeLessThanOrEqual(1)
      for (const row of all(root, 'row')) expect(all(row, 'c').length, path).toBeGreaterThan(0)
    }
    const table = all(parts.get('xl/tables/table4.xml')!, 'tableColumn').map((column) =>
      column.getAttribute('name'),
    )
    const { ref } = { ref: parts.get('xl/tables/table4.xml')!.getAttribute('ref')! }
    const [head, ...rows] = rowsOf(book, 'Table 1', ref)
    expect(head).toEqual(table)
    expect(rows).toHaveLength(months)
    for (const cells of rows) expect(cells.every((cell) => cell !== null && cell !== '')).toBe(true)
    expect(rows[5]!.slice(0, 3)).toEqual(['Jun 2023', '[c]', 'Hidden to protect people [c]'])
    expect(rows[6]!.slice(0, 2)).toEqual(['Jul 2023', visible(6)])
  })

  test('explains every marker that its tables hold', async () => {
    const book = readBook(await fileOf(held, 'xlsx'))
    const text = (name: string) => JSON.stringify(Object.values(book.Sheets[name]!))
    const used = new Set(text('Table 1').match(/\[[a-z]\]/g))
    expect(used.size).toBeGreaterThan(1)
    for (const marker of used) expect(text('Notes')).toContain(`Marker ${marker}`)
  })
})

function rowsOf(book: ReturnType<typeof readBook>, sheet: string, ref: string) {
  const [from = '', to = ''] = ref.split(':')
  const [first, last] = [from, to].map((cell) => Number(cell.replace(/\D/g, '')))
  const letters = to.replace(/\d/g, '')
  const count = letters.charCodeAt(0) - 64
  const columns = Array.from({ length: count }, (_, i) => {
    const letter = String.fromCharCode(65 + i)
    return cellsOf(book, `'${sheet}'!${letter}${first}:${letter}${last}`)
  })
  return columns[0]!.map((_, i) => columns.map((cells) => cells[i] ?? null))
}
