import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import {
  exportFormats,
  figureRequestSchema,
  type ExportFormat,
  type FigureRequest,
} from '../../../shared/figures/figureRequest.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import type { Report } from '../../../shared/report/report.ts'
import { reportFormats } from '../../../shared/report/reportFormat.ts'
import { richTextOf } from '../../../shared/report/richText.ts'
import { figuresOf } from '../../../server/export/figuresOf.ts'
import { liveAnswers } from '../../../server/export/liveAnswers.ts'
import { writeFile } from '../../../server/export/writeFile.ts'
import { writeReport } from '../../../server/export/writeReport.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { crimeRecord, type FeedRow } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import { cellsOf, chartSeries, embeddedBook, parsedParts, readBook } from '../../support/officeParts.ts'
import { unpackedText } from '../../support/unpackedText.ts'
import { monthRange } from '../../../shared/periods/month.ts'

/** Counts below ten thousand are hidden, so that what is hidden is a number that stands nowhere by chance. */
const partnership = { ...westYorkshire, disclosure: { threshold: 10_000, suppressZero: false, rounding: 1 } }
const reader: Viewer = { ...localAnalyst, role: 'viewer', disclosure: 'protected' }
const leeds = 'E08000035'
const calderdale = 'E08000033'
const made = '2026-01-15T12:00:00.000Z'

/** Some of Calderdale's months and, everywhere, one sex are small; all else is large and never alike. */
let held: TestInstallation
beforeAll(async () => {
  held = await openTestInstallation('embedded', partnership)
  const months = monthRange('2023-01', '2024-12')
  const rows = westYorkshire.areas.flatMap(({ code }, a): FeedRow[] =>
    months.flatMap((month, m) => {
      const at = { recorded_date: `${month}-10`, area: code }
      if (code === calderdale && m % 5 === 2)
        return [crimeRecord({ ...at, count: 6311 + m * 7, victim_sex: 'female' })]
      return [
        crimeRecord({ ...at, count: 41_000 + ((a * 977 + m * 331) % 5021), victim_sex: 'female' }),
        crimeRecord({ ...at, count: 17_000 + ((a * 613 + m * 431) % 3001), victim_sex: 'male' }),
      ]
    }),
  )
  const rare = { recorded_date: '2024-11-10', area: leeds, count: 6007, victim_sex: 'other' }
  await held.load('crime', [...rows, crimeRecord(rare)])
})
afterAll(() => held.close())

const request = (given: object): FigureRequest => figureRequestSchema.parse(given)
const wanted: Record<string, FigureRequest> = {
  'a table with hidden cells': request({
    view: 'chart',
    query: { metric: 'da.crimes', areas: [calderdale] },
  }),
  'a breakdown': request({
    view: 'breakdown',
    query: { metric: 'da.crimes', compare: 'samePeriodLastYear' },
    dimension: 'victim_sex',
  }),
  'a district comparison': request({ view: 'districts', query: { metric: 'da.crimes' } }),
}

function answers(viewer: Viewer) {
  const { records, register, partnership: own } = held.installation
  return liveAnswers(metricsReader({ records: records.read, register, partnership: own }), viewer)
}

const known = new Map<string, Promise<Figure[]>>()

/** What a reader gets, asked once. */
function figures(given: FigureRequest, viewer: Viewer): Promise<Figure[]> {
  const key = JSON.stringify([given, viewer.disclosure])
  const found = known.get(key) ?? figuresOf(answers(viewer), given)
  known.set(key, found)
  return found
}

async function fileOf(given: FigureRequest, format: ExportFormat, viewer: Viewer): Promise<Uint8Array> {
  const collection = { title: 'Crimes', board: 'The Board', figures: await figures(given, viewer), made }
  return writeFile(format, { ...collection, shows: 'chart' })
}

/** Numbers of these figures that an analyst sees and a protected reader does not, long enough to stand nowhere by chance. */
async function hiddenIn(given: FigureRequest): Promise<number[]> {
  const [bare, covered] = await Promise.all([figures(given, localAnalyst), figures(given, reader)])
  const numbers = (all: Figure[]) =>
    new Set(
      all.flatMap(({ table, chart }) => [
        ...table.rows.flat().filter((cell) => typeof cell === 'number'),
        ...(chart?.series.flatMap(({ role, values }) => (role === 'value' ? values : [])) ?? []),
      ]),
    )
  const shown = numbers(covered)
  return [...numbers(bare)].filter((n): n is number => n !== null && !shown.has(n) && String(n).length > 3)
}

/** Those of the numbers that stand in a text: plain, or with commas between thousands; fractions by their first places. */
function standingIn(text: string, numbers: readonly number[]): number[] {
  return numbers.filter((n) => {
    const [whole = '', places = ''] = String(n).split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',?')
    const pattern = places === '' ? `${grouped}(?![\\d]|\\.\\d)` : `${grouped}\\.${places.slice(0, 5)}`
    return new RegExp(`(?<![\\d.])${pattern}`).test(text)
  })
}

describe.each(Object.entries(wanted))('%s', (name, given) => {
  test('hides some of its numbers, and the analyst’s own file holds every one of them', async () => {
    const hidden = await hiddenIn(given)
    expect(hidden.length, name).toBeGreaterThan(0)
    const text = unpackedText(await fileOf(given, 'xlsx', localAnalyst), 'xlsx')
    expect(standingIn(text, hidden)).toEqual(hidden)
  })

  test.each(exportFormats)('holds no hidden number in any part of %s', async (format) => {
    const text = unpackedText(await fileOf(given, format, reader), format)
    expect(standingIn(text, await hiddenIn(given))).toEqual([])
    expect(/\[[cx]\]/.test(text)).toBe(true)
  })

  test.each(reportFormats)('holds no hidden number in any part of a report as %s', async (format) => {
    const text = unpackedText(writeReport(format, reportOf(await figures(given, reader))), format)
    expect(standingIn(text, await hiddenIn(given))).toEqual([])
  })

  test('reads back from Excel, PowerPoint and Word as the numbers of the API', async () => {
    const drawn = (await figures(given, reader)).flatMap(({ chart }) => (chart ? [chart] : []))
    const lines = drawn.map(({ series }) =>
      series.filter(({ role }) => role === 'value' || role === 'before'),
    )
    expect(
      lines
        .flat()
        .flatMap(({ values }) => values)
        .some((value) => value !== null),
    ).toBe(true)
    for (const [format, folder] of [
      ['xlsx', 'xl'],
      ['pptx', 'ppt'],
      ['docx', 'word'],
    ] as const) {
      const file = await fileOf(given, format, reader)
      const charts = [...parsedParts(file)]
        .filter(([path]) => new RegExp(`^${folder}/charts/chart\\d+\\.xml$`).test(path))
        .toSorted(([a], [b]) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
      expect(charts).toHaveLength(drawn.length)
      for (const [i, [path, chart]] of charts.entries()) {
        const read = chartSeries(chart)
        const number = Number(/\d+/.exec(path))
        const book =
          format === 'xlsx' ? readBook(file) : embeddedBook(file, `${folder}/embeddings/chart${number}.xlsx`)
        for (const line of lines[i]!) {
          const found = read.find((series) => series.name === line.name)!
          expect(found.values, `${format} ${line.name}`).toEqual(line.values)
          expect(cellsOf(book, found.range)).toEqual(line.values)
        }
      }
    }
  })
})

describe('text that would run elsewhere', () => {
  const script = '<script>alert(1)</script>'
  const formula = `=cmd|' /C calc'!A0`
  const column = { head: script, numberFormat: null, brief: true }
  const written: Report['blocks'] = [
    { kind: 'heading', level: 1, text: formula },
    { kind: 'text', text: [...richTextOf(formula), ...richTextOf(script)] },
    {
      kind: 'table',
      title: script,
      table: { columns: [column], rows: [[formula], [script]] },
      note: formula,
    },
  ]

  test.each(reportFormats)(
    'stays text in the title, headings, commentary and lists of %s',
    async (format) => {
      const [figure] = await figures(wanted['a table with hidden cells']!, reader)
      const file = writeReport(format, {
        ...reportOf([{ ...figure!, title: formula, subtitle: script }], written),
        title: script,
        subtitle: formula,
      })
      // Every part is well formed, so nothing that was written has become markup.
      const parts = parsedParts(file)
      const text = [...parts.values()].map((root) => root.textContent).join('\n')
      expect(text).toContain(script)
      expect(text).toContain(formula)
      expect([...parts.values()].flatMap((root) => [...root.getElementsByTagName('script')])).toEqual([])
      if (format !== 'xlsx') return
      const book = readBook(file)
      const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet))
      expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([])
      expect(cells.filter((cell) => cell?.v === formula && cell.t === 's').length).toBeGreaterThan(2)
    },
  )
})

function reportOf(shown: readonly Figure[], before: Report['blocks'] = []): Report {
  return {
    title: 'Pack',
    subtitle: 'For the meeting',
    board: 'The Board',
    state: 'Draft.',
    made,
    synthetic: false,
    blocks: [...before, ...shown.map((figure) => ({ kind: 'figure', figure, shows: 'chart' }) as const)],
  }
}
