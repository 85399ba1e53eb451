import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile as write } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import { figureRequestSchema } from '../../../shared/figures/figureRequest.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import type { Report } from '../../../shared/report/report.ts'
import { richTextOf } from '../../../shared/report/richText.ts'
import { figuresOf } from '../../../server/export/figuresOf.ts'
import { liveAnswers } from '../../../server/export/liveAnswers.ts'
import { writeReport } from '../../../server/export/writeReport.ts'
import { writeFile } from '../../../server/export/writeFile.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { partnerReturn, times } from '../../build/feedRow.ts'
import { openTestInstallation } from '../../support/installation.ts'

const missing = libreOfficeMissing()

function libreOfficeMissing(): string | null {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'LibreOffice (soffice) is not installed here'
  }
}

const run = promisify(execFile)

/** What LibreOffice makes of a file when it opens it and saves it as another kind. */
async function converted(file: Uint8Array, from: string, to: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-office-'))
  try {
    await write(join(folder, `figure.${from}`), file)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, `figure.${from}`),
    ])
    return await readFile(join(folder, `figure.${to}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

let reports: (readonly [format: 'docx' | 'pptx' | 'xlsx', file: Uint8Array])[] = []

function reportOf(figures: readonly Figure[]): Report {
  return {
    title: 'Pack',
    subtitle: 'For the meeting',
    board: 'The Board',
    state: 'Draft.',
    made: '2026-01-15T12:00:00.000Z',
    synthetic: false,
    blocks: [
      { kind: 'heading', level: 1, text: 'Introduction' },
      {
        kind: 'text',
        text: [...richTextOf('Welcome.'), { ...richTextOf('First point.')[0]!, kind: 'bullet' }],
      },
      { kind: 'heading', level: 2, text: 'A finding' },
      ...figures.map((figure) => ({ kind: 'figure', figure, shows: 'chart' }) as const),
    ],
  }
}

let files: Record<'xlsx' | 'pptx' | 'docx', Uint8Array>
const values = times(30, (i) => ({ value: 40 + ((i * 7) % 13) + (i > 20 ? 25 : 0) })).map(({ value }) =>
  Number(value),
)

describe.skipIf(missing !== null)(
  `an export in LibreOffice${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    beforeAll(async () => {
      const held = await openTestInstallation()
      await held.load(
        'returns',
        values.map((value, i) => partnerReturn({ period: addMonths('2023-01', i), value })),
      )
      const { records, register, partnership } = held.installation
      const reader = metricsReader({ records: records.read, register, partnership })
      const request = figureRequestSchema.parse({
        view: 'chart',
        query: { metric: 'returns.maracCases', areas: ['E08000035'] },
      })
      const figures = await figuresOf(liveAnswers(reader, localAnalyst), request)
      await held.close()
      const collection = {
        title: 'Cases',
        board: 'The Board',
        figures,
        made: '2026-01-15T12:00:00.000Z',
        shows: 'chart',
      } as const
      reports = (['docx', 'pptx', 'xlsx'] as const).map((format) => [
        format,
        writeReport(format, reportOf(figures)),
      ])
      files = {
        xlsx: writeFile('xlsx', collection),
        pptx: writeFile('pptx', collection),
        docx: writeFile('docx', collection),
      }
    })

    test.each([
      ['xlsx', 'ods'],
      ['pptx', 'odp'],
      ['docx', 'odt'],
    ] as const)(
      'keeps its chart with its numbers and the colour of its signals from %s',
      async (from, to) => {
        const parts = unzipSync(await converted(files[from], from, to))
        const charts = Object.keys(parts).filter((path) => /^Object \d+\/content\.xml$/.test(path))
        expect(charts).toHaveLength(1)
        const chart = Buffer.from(parts[charts[0]!]!).toString()
        expect(chart.match(/<chart:series /g)!.length).toBeGreaterThanOrEqual(5)
        for (const value of values) expect(chart).toContain(`office:value="${value}"`)
        for (const name of ['Forecast', 'Forecast, 80% lower', 'Forecast, 95% upper'])
          expect(chart).toContain(`>${name}<`)
        expect(chart.toLowerCase()).toContain('#6a3a9c')
      },
    )

    test('opens a report in every format with its text, its list and its chart', async () => {
      const kinds = { docx: 'odt', pptx: 'odp', xlsx: 'ods' } as const
      for (const [format, file] of reports) {
        const parts = unzipSync(await converted(file, format, kinds[format]))
        const text = Buffer.from(parts['content.xml']!).toString()
        expect(text.includes('Welcome.') && text.includes('First point.'), format).toBe(true)
        if (format !== 'xlsx') expect(text.includes('<text:list'), format).toBe(true)
        const charts = Object.keys(parts).filter((path) => /^Object \d+\/content\.xml$/.test(path))
        expect(charts, format).toHaveLength(1)
      }
    })

    test.each(['xlsx', 'pptx', 'docx'] as const)('is drawn as pages from %s', async (from) => {
      const pdf = await converted(files[from], from, 'pdf')
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.length).toBeGreaterThan(10_000)
    })
  },
)
