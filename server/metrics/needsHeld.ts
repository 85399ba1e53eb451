import { sql } from 'kysely'
import type { Condition } from '../../shared/metrics/metric.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import type { RecordsReader } from './aggregate.ts'
import { conditionSql } from './condition.ts'
import type { Supply } from './supply.ts'
import { visibleRows, type Visible } from './visibleRows.ts'

/**
 * A supply that counts only the months in which the records a metric presupposes are there at all: without one incident
 * in a whole month, incidents were not supplied, and the demand would be too low.
 */
export async function needingRecords(
  reader: RecordsReader,
  supply: Supply,
  request: {
    readonly feed: FeedId
    readonly needs: Condition
    readonly what: string
    readonly visible: Visible
  },
): Promise<Supply> {
  const { rows } = await sql<{ month: number }>`
    select distinct month from ${sql.table(request.feed)}
    where ${visibleRows(request.visible)} and ${conditionSql(request.needs)}`.execute(reader as never)
  const held = new Set(rows.map(({ month }) => Number(month)))
  return {
    ...supply,
    of(month, area) {
      const found = supply.of(month, area)
      return found.state === 'supplied' && !held.has(month)
        ? { state: 'lacking', fields: [request.what] }
        : found
    },
  }
}
