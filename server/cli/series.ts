import { localAnalyst } from '../../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import type { SeriesResult } from '../../shared/series/series.ts'
import { ConfigError, readConfig, type Config } from '../config.ts'
import { openInstallation } from '../installation.ts'
import { metricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { DataDirInUse } from '../ownDataDir.ts'
import { doorTo } from './door.ts'

const usage = `Usage: npm run --silent series -- '<query as JSON>'
Example: npm run --silent series -- '{"metric":"crime.recorded","from":"2018-05","to":"2018-05","breakdown":["area"]}'`

process.exit(await main(process.argv.slice(2)))

/** Prints the answer to a query as JSON: 0 answered, 1 cannot be answered, 2 not a query. */
async function main(args: readonly string[]): Promise<number> {
  const [text, ...more] = args
  if (text === undefined || more.length > 0) return complain(usage, 2)
  let query: SeriesQueryInput
  try {
    query = JSON.parse(text) as SeriesQueryInput
  } catch {
    return complain(`The query is not JSON.\n${usage}`, 2)
  }
  try {
    const result = await answer(readConfig(process.env), query)
    process.stdout.write(`${JSON.stringify(result)}\n`)
    return 0
  } catch (error) {
    if (error instanceof QueryRefusal || error instanceof ConfigError || error instanceof DataDirInUse)
      return complain(error.message, 1)
    throw error
  }
}

/** Asks the running server where there is one, since it alone may hold the stores; else opens them here. */
async function answer(config: Config, query: SeriesQueryInput): Promise<SeriesResult> {
  try {
    const installation = await openInstallation(config)
    try {
      const { register, records, partnership } = installation
      return await seriesOf(
        metricsReader({ records: records.read, register, partnership }),
        query,
        localAnalyst,
      )
    } finally {
      await installation.close()
    }
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error
    return askServer(config, query, error)
  }
}

async function askServer(
  config: Config,
  query: SeriesQueryInput,
  inUse: DataDirInUse,
): Promise<SeriesResult> {
  const door = doorTo(config)
  if (door === null) throw inUse
  const response = await fetch(`http://127.0.0.1:${door.port}/api/series`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${door.token}` },
    body: JSON.stringify(query),
  })
  const body = (await response.json()) as SeriesResult & { message?: string }
  if (!response.ok) throw new QueryRefusal(body.message ?? 'The running dashboard could not answer.')
  return body
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
