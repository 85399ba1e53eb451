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
