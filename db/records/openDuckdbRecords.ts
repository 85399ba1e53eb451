import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { Kysely, sql } from 'kysely'
import type { Feed } from '../../shared/feeds/feed.ts'
import { acceptedColumns } from './recordColumns.ts'
import { duckdbDialect } from './duckdbDialect.ts'
import { oneAtATime } from './oneAtATime.ts'
import { createRecords, schemaSignature, storedSignature } from './schema.ts'
import type { Records } from './records.ts'
import type { RecordsTables } from './tables.ts'

const readers = 4
const checkpointTries = 20
const checkpointPause = 10

/**
 * Opens the embedded records file, which this process alone may hold. A file that will not open, or has another shape,
 * is deleted and made anew: the caller then replays the archive.
 */
export async function openDuckdbRecords(
  path: string,
  feeds: readonly Feed[],
  processors: number,
): Promise<Records> {
  let opened = await open(path, processors).catch(() => null)
  if (!opened || (await storedSignature(opened.writer).catch(() => null)) !== schemaSignature(feeds)) {
    await opened?.close()
    await rm(path, { force: true })
    await rm(`${path}.wal`, { force: true })
    opened = await open(path, processors)
    await createRecords(opened.writer, feeds)
    await sql`checkpoint`.execute(opened.writer)
  }
  const { writer, read, close } = opened
  const viewIncoming = async (feed: Feed, parquet: string) => {
    const columns = acceptedColumns(feed).map((column) => sql.id(column.name))
    await sql`create or replace temporary view incoming as
      select ${sql.join(columns)}, row_key, seq from read_parquet(${sql.lit(parquet)})`.execute(writer)
  }
  const alone: Records = {
    engine: 'duckdb',
    read: read as never,
    write: (work) =>
      work({
        db: writer,
        loadIncoming: viewIncoming,
        incomingMoved: viewIncoming,
        async holdIncoming(select) {
          await sql`create or replace temporary table earlier as ${select}`.execute(writer)
          await sql`create or replace temporary view incoming as select * from earlier`.execute(writer)
        },
        checkpoint: () => checkpointBesideReaders(writer),
      }),
    reset: () => createRecords(writer, feeds),
    exclusively: (work) => work(alone),
    close,
  }
  return oneAtATime(alone)
}

/**
 * Writes the log into the file. DuckDB refuses while anybody reads, so a pause between reads is waited for; where there
 * is none, it is told to make one, which lets the reads that run end and holds back new ones.
 */
async function checkpointBesideReaders(writer: Kysely<RecordsTables>): Promise<void> {
  for (let tried = 0; tried < checkpointTries; tried++) {
    try {
      await sql`checkpoint`.execute(writer)
      return
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('Cannot CHECKPOINT'))) throw error
      await delay(checkpointPause)
    }
  }
  await sql`force checkpoint`.execute(writer)
}

async function open(path: string, processors: number) {
  const instance = await DuckDBInstance.create(path, {
    threads: String(processors),
    memory_limit: '512MB',
    temp_directory: `${dirname(path)}/spill`,
    preserve_insertion_order: 'false',
    // Each accepted file is read once; its parts would only take memory from the figures.
    enable_external_file_cache: 'false',
    // Nothing is fetched or read beyond what the product names.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const read = new Kysely<RecordsTables>({ dialect: duckdbDialect(instance, readers) })
  const writer = new Kysely<RecordsTables>({ dialect: duckdbDialect(instance, 1) })
  await sql`select 1`.execute(read)
  return {
    read: read as never,
    writer,
    async close() {
      await read.destroy()
      await writer.destroy()
      instance.closeSync()
    },
  }
}
