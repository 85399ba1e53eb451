import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Feed } from '../../shared/feeds/feed.ts'
import { recordColumns } from './recordColumns.ts'
import type { RecordsTables } from './tables.ts'

/** Changes whenever a records table would look different: the records are then rebuilt from the archive. */
export function schemaSignature(feeds: readonly Feed[]): string {
  const shape = feeds.map((feed) => [feed.id, recordColumns(feed)])
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)
}

/** The signature that the store was made with; null for an empty store. */
export async function storedSignature(db: Kysely<RecordsTables>): Promise<string | null> {
  const tables = await sql<{
    n: number
  }>`select count(*) as n from information_schema.tables where table_name = 'records_schema'`.execute(db)
  if (!tables.rows[0]?.n) return null
  const row = await db.selectFrom('records_schema').select('signature').executeTakeFirst()
  return row?.signature ?? null
}

/** Makes the records tables, dropping any of an earlier shape. No keys or indexes: they halve the import on DuckDB. */
export async function createRecords(db: Kysely<RecordsTables>, feeds: readonly Feed[]): Promise<void> {
  for (const feed of feeds) {
    const columns = recordColumns(feed).map((column) => sql`${sql.id(column.name)} ${sql.raw(column.type)}`)
    await db.schema.dropTable(feed.id).ifExists().execute()
    await sql`create table ${sql.table(feed.id)} (${sql.join(columns)})`.execute(db)
  }
  await db.schema.dropTable('applied_submission').ifExists().execute()
  await sql`create table applied_submission (number integer not null, feed text not null, rows_added integer not null, rows_withdrawn integer not null)`.execute(
    db,
  )
  await db.schema.dropTable('records_schema').ifExists().execute()
  await sql`create table records_schema (signature text not null)`.execute(db)
  await db
    .insertInto('records_schema')
    .values({ signature: schemaSignature(feeds) })
    .execute()
}
