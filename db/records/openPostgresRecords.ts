import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Feed } from '../../shared/feeds/feed.ts'
import { postgresPool } from '../postgresPool.ts'
import { acceptedColumns } from './recordColumns.ts'
import { oneAtATime } from './oneAtATime.ts'
import { createRecords, schemaSignature, storedSignature } from './schema.ts'
import type { Records } from './records.ts'
import { dropStaged } from './stageSubmission.ts'
import type { RecordsTables } from './tables.ts'

/** Opens the records on PostgreSQL. Tables of another shape are made anew: the caller then replays the archive. */
export async function openPostgresRecords(url: string, feeds: readonly Feed[]): Promise<Records> {
  const pool = postgresPool(url)
  const read = new Kysely<RecordsTables>({ dialect: new PostgresDialect({ pool }) })
  const create = async () => {
    await createRecords(read, feeds)
    for (const feed of feeds) {
      await sql`create index ${sql.id(`${feed.id}_area_month`)} on ${sql.table(feed.id)} (area, month)`.execute(
        read,
      )
    }
  }
  if ((await storedSignature(read)) !== schemaSignature(feeds)) await create()
  const alone: Records = {
    engine: 'postgres',
    read: read as never,
    async write(work) {
      const client = await pool.connect()
      const db = onOneClient(client)
      try {
        return await work({
          db,
          loadIncoming: (feed, parquet) => loadIncoming({ client, db, feed, parquet }),
          async incomingMoved() {},
          async holdIncoming(select) {
            await dropStaged(db)
            await sql`drop table if exists incoming`.execute(db)
            await sql`create temporary table incoming as ${select}`.execute(db)
          },
          async checkpoint() {},
        })
      } finally {
        await dropStaged(db).catch(() => undefined)
        client.release()
      }
    },
    reset: create,
    exclusively: (work) => work(alone),
    close: () => read.destroy(),
  }
  return oneAtATime(alone)
}

/** Kysely over one connection, so that temporary tables stay within reach. */
function onOneClient(client: PoolClient): Kysely<RecordsTables> {
  const borrowed = {
    query: client.query.bind(client) as PoolClient['query'],
    release: () => undefined,
  }
  return new Kysely<RecordsTables>({
    dialect: new PostgresDialect({
      pool: { connect: async () => borrowed, end: async () => undefined } as never,
    }),
  })
}

/** Parquet to a temporary table: an in-memory DuckDB writes CSV beside the file, PostgreSQL copies it in. */
async function loadIncoming({
  client,
  db,
  feed,
  parquet,
}: {
  client: PoolClient
  db: Kysely<RecordsTables>
  feed: Feed
  parquet: string
}) {
  const columns = [
    ...acceptedColumns(feed),
    { name: 'row_key', type: 'uuid' },
    { name: 'seq', type: 'bigint' },
  ]
  await dropStaged(db)
  await sql`drop table if exists incoming`.execute(db)
  const definitions = columns.map((column) => sql`${sql.id(column.name)} ${sql.raw(column.type)}`)
  await sql`create temporary table incoming (${sql.join(definitions)})`.execute(db)
  const csv = `${parquet}.${randomUUID()}.csv`
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const instance = await DuckDBInstance.create(':memory:')
  try {
    const duckdb = await instance.connect()
    const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`
    await duckdb.run(
      `copy (select ${names} from read_parquet(${quoted(parquet)})) to ${quoted(csv)} (format csv, header false, nullstr '\\N')`,
    )
    duckdb.closeSync()
    await pipeline(
      createReadStream(csv),
      client.query(copyFrom(`copy incoming (${names}) from stdin (format csv, null '\\N')`)),
    )
    await sql`analyze incoming`.execute(db)
  } finally {
    instance.closeSync()
    await rm(csv, { force: true })
  }
}
