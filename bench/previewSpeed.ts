import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { importFile } from '../server/intake/commit.ts'
import { importBench, openBench } from './benchInstallation.ts'
import { writeCrimeFile } from './crimeFile.ts'
import { duration, type Measurement } from './measurement.ts'
import { median, timed } from './timing.ts'

/** The preview of a later extract of everything held, in which one row in thirty-three has changed. */
export async function previewSpeed(request: {
  readonly folder: string
  readonly rows: number
  readonly rounds: number
}): Promise<Measurement[]> {
  const { folder, rows, rounds } = request
  const dataDir = join(folder, 'preview')
  const [held, later] = [join(folder, 'held.csv'), join(folder, 'later-extract.csv')]
  await writeCrimeFile({ path: held, rows })
  await writeCrimeFile({ path: later, rows, later: true })
  const installation = await openBench(dataDir)
  const sent = { feed: 'crime', agency: 'West Yorkshire Police' } as const
  try {
    await importBench(installation, { path: held, ...sent })
    const times: number[] = []
    let cells = 0
    for (let round = -1; round < rounds; round++) {
      const took = await timed(async () => {
        const { kind, diff } = await importFile(installation, {
          ...sent,
          path: later,
          fileName: 'later-extract.csv',
          profile: null,
          mode: 'replace',
          period: null,
          asAt: null,
          confirm: false,
          dryRun: true,
          synthetic: false,
          by: 'bench',
        })
        if (kind !== 'dryRun') throw new Error(`no preview: ${kind}`)
        cells = diff.monthsRestated.length
      })
      if (round >= 0) times.push(took)
    }
    const middle = median(times)
    return [
      {
        what: `preview of a replacement of ${rows.toLocaleString('en-GB')} rows (${cells} months restated)`,
        result: `${duration(middle)} (${times.map((time) => duration(time)).join(', ')})`,
        target: '< 5 s',
        met: middle < 5_000,
      },
    ]
  } finally {
    await installation.close()
    for (const path of [dataDir, held, later]) await rm(path, { recursive: true, force: true })
  }
}
