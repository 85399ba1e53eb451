import { sql, type Kysely } from 'kysely'
import { currentSlice, type StageRequest } from './stageSubmission.ts'
import type { RecordsTables } from './tables.ts'

/** One figure of the slice that a staged file changes: its area, month and category, and its size before and after. */
export interface FigureChange {
  readonly area: string
  readonly month: number
  readonly grain: 'month' | 'quarter'
  /** Null where the rows say none. */
  readonly category: string | null
  readonly held: number
  readonly after: number
}

export interface FiguresRequest {
  readonly slice: StageRequest
  /** The months whose figures are asked for, as year × 12 + month − 1. */
  readonly months: readonly number[]
  /** The columns that say what a row is of: the first that is filled. */
  readonly category: readonly string[]
  /** The column that is summed up. */
  readonly measure: string
}

/** The figures that differ in these months once `fresh` has been added and `surplus` withdrawn. */
export async function figureChanges(
  db: Kysely<RecordsTables>,
  { slice, months, category, measure }: FiguresRequest,
): Promise<FigureChange[]> {
  const named = sql`coalesce(${sql.join(category.map((name) => sql.id(name)))})`
  const total = sql`coalesce(sum(${sql.id(measure)}), 0)`
  const within = sql`month in (${sql.join(months)})`
  const { rows } = await sql<FigureChange>`
    select area, month, grain, category, sum(held) as held, sum(held) + sum(added) - sum(withdrawn) as after
    from (
      select area, month, grain, ${named} as category, ${total} as held, 0 as added, 0 as withdrawn
      from ${sql.table(slice.feed.id)} where ${currentSlice(slice)} and ${within} group by area, month, grain, ${named}
      union all
      select area, month, grain, ${named}, 0, ${total}, 0 from fresh where ${within} group by area, month, grain, ${named}
      union all
      select area, month, grain, ${named}, 0, 0, ${total} from surplus where ${within} group by area, month, grain, ${named}
    ) figures group by area, month, grain, category having sum(added) <> sum(withdrawn)
    order by month, area, category`.execute(db)
  return rows.map((row) => ({
    ...row,
    month: Number(row.month),
    held: Number(row.held),
    after: Number(row.after),
  }))
}
