import type { Kysely, RawBuilder } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Feed } from '../../shared/feeds/feed.ts'
import type { RecordsTables } from './tables.ts'

/**
 * What partners sent, row by row, with when it came and when it was superseded.
 * Everything here can be rebuilt from the archive. Reads run beside one writer at a time.
 */
export interface Records {
  readonly engine: 'duckdb' | 'postgres'
  readonly read: ReadonlyKysely<RecordsTables>
  /** Runs `work` alone among writers, on one connection, so that its temporary tables are its own. */
  write<T>(work: (writer: RecordsWriter) => Promise<T>): Promise<T>
  /** Empties the store, ready for the archive to be replayed into it. */
  reset(): Promise<void>
  /** Runs `work` alone among writers for as long as it takes; its `alone` writes and resets at once. */
  exclusively<T>(work: (alone: Records) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface RecordsWriter {
  readonly db: Kysely<RecordsTables>
  /** Makes the rows of an accepted file readable as the temporary table `incoming`. */
  loadIncoming(feed: Feed, parquet: string): Promise<void>
  /** Makes rows that are already held readable as `incoming`: `select` gives the accepted columns, `row_key` and `seq`. */
  holdIncoming(select: RawBuilder<unknown>): Promise<void>
  /** Tells that the accepted file was moved since, where the engine reads it only when asked. */
  incomingMoved(feed: Feed, parquet: string): Promise<void>
  /** Writes what is in memory to the file, where the engine wants to be told. */
  checkpoint(): Promise<void>
}
