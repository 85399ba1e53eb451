import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { importBench, openBench } from './benchInstallation.ts'
import { openByHand } from './byHand.ts'
import { duration, type Measurement } from './measurement.ts'
import { inTurns, median, timed } from './timing.ts'

/** A crime file on its way from staging to committed, against DuckDB reading the same file into a table of its own. */
export async function importSpeed(request: {
  readonly folder: string
  readonly file: string
  readonly rows: number
  readonly rounds: number
}): Promise<Measurement[]> {
  const { folder, file, rows, rounds } = request
  const ours: number[] = []
  const product = async () => {
    const dataDir = join(folder, 'import')
    const installation = await openBench(dataDir)
    ours.push(
      await timed(async () => {
        const { prepared } = await importBench(installation, {
          path: file,
          feed: 'crime',
          agency: 'West Yorkshire Police',
        })
        if (prepared.accepted !== rows) throw new Error(`accepted ${prepared.accepted} of ${rows} rows`)
      }),
    )
    await installation.close()
    await rm(dataDir, { recursive: true })
  }
  const peers: number[] = []
  const peer = async () => {
    const path = join(folder, 'import.duckdb')
    const database = await openByHand(path)
    await database.run(`create table crime as select * from read_csv('${file}') limit 0`)
    peers.push(
      await timed(async () => {
        await database.run(`insert into crime select * from read_csv('${file}')`)
        await database.run('checkpoint')
      }),
    )
    database.close()
    await rm(path)
  }
  await inTurns(rounds, [product, peer])
  // The round before the others is not counted.
  const [own, hand] = [median(ours.slice(1)), median(peers.slice(1))]
  const [speed, ratio] = [(rows / own) * 1000, hand / own]
  return [
    {
      what: `import of a validated CSV, ${rows.toLocaleString('en-GB')} crime rows, staging to committed`,
      result: `${Math.round(speed).toLocaleString('en-GB')} rows/s (${duration(own)}); ${ratio.toFixed(2)} × DuckDB's read_csv insert (${duration(hand)})`,
      target: '200,000 rows/s; ≥ 0.25 × DuckDB',
      met: speed >= 200_000 && ratio >= 0.25,
    },
  ]
}
