import { sql } from 'kysely'
import type { Condition } from '../../shared/metrics/metric.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { fromIndex, toIndex } from '../../shared/periods/month.ts'
import type { Submission } from '../submissions/register.ts'
import type { RecordsReader } from './aggregate.ts'
import { conditionSql } from './condition.ts'
import { quarterStart, type MonthSupply, type Supply } from './supply.ts'
import { visibleRows, type Visible } from './visibleRows.ts'

interface Line {
  readonly agency: string
  readonly area: string
  readonly months: Map<number, string>
  readonly quarters: Map<number, string>
  readonly first: number
}

/**
 * What was supplied of one returned measure. A return names its figure for each agency, area and month, so a month is held
 * where its row is; an agency and area that reported once is expected every month after.
 */
export async function returnsSupply(
  reader: RecordsReader,
  request: {
    readonly where: Condition | undefined
    readonly visible: Visible
    readonly submissions: readonly Submission[]
    readonly partnership: Partnership
  },
): Promise<Supply> {
  const test = request.where ? conditionSql(request.where) : sql<boolean>`1 = 1`
  const { rows } = await sql<{ agency: string; area: string; month: number; grain: string; newest: number }>`
    select agency, area, month, grain, max(added_in) as newest from returns
    where ${visibleRows(request.visible)} and ${test} group by agency, area, month, grain`.execute(
    reader as never,
  )
  const lines = new Map<string, Line & { first: number }>()
  for (const row of rows) {
    const key = `${row.agency}|${row.area}`
    const line = lines.get(key) ?? {
      agency: row.agency,
      area: row.area,
      months: new Map(),
      quarters: new Map(),
      first: Infinity,
    }
    const month = Number(row.month)
    const held = row.grain === 'quarter' ? line.quarters : line.months
    held.set(month, knownOn(request.submissions, { ...row, month, newest: Number(row.newest) }))
    line.first = Math.min(line.first, month)
    lines.set(key, line)
  }
  const all = [...lines.values()]
  const months = all.flatMap((line) => [
    ...line.months.keys(),
    ...[...line.quarters.keys()].map((month) => month + 2),
  ])
  const due = (area: string, month: number) =>
    all.filter((line) => (area === request.partnership.code || line.area === area) && line.first <= month)
  const judge = (expected: readonly Line[], asAtOf: (line: Line) => string | undefined): MonthSupply => {
    const dates = expected.map(asAtOf)
    const sent = dates.filter((date) => date !== undefined)
    if (sent.length === 0) return { state: 'missing' }
    const nameOf = (id: string) => request.partnership.agencies.find((agency) => agency.id === id)?.name ?? id
    const missing = [
      ...new Set(expected.filter((_, i) => dates[i] === undefined).map((line) => nameOf(line.agency))),
    ]
    if (missing.length > 0) return { state: 'partly', missing }
    return { state: 'supplied', asAt: sent.toSorted()[0] ?? '' }
  }
  return {
    range:
      months.length > 0
        ? { from: fromIndex(Math.min(...all.map((line) => line.first))), to: fromIndex(Math.max(...months)) }
        : null,
    of(month, area) {
      const expected = due(area, month)
      // Where some lines come by month, those that come by quarter are not expected every month.
      const monthly = expected.filter((line) => line.months.size > 0)
      const byMonth = judge(monthly, (line) => line.months.get(month))
      if (byMonth.state !== 'missing') return byMonth
      const byQuarter = judge(expected, (line) => line.quarters.get(quarterStart(month)))
      return byQuarter.state === 'supplied' ? { state: 'quarterly', asAt: byQuarter.asAt } : byQuarter
    },
    quarter: (month, area) => judge(due(area, month), (line) => line.quarters.get(month)),
  }
}

/** The newest date on which a submission stood by the row: the one that brought it, or a later one that left it as it was. */
function knownOn(
  submissions: readonly Submission[],
  row: { agency: string; area: string; month: number; newest: number },
): string {
  const month = fromIndex(row.month)
  const confirming = submissions.filter(
    ({ feed, number, coverage }) =>
      feed === 'returns' &&
      number >= row.newest &&
      coverage.agencies.includes(row.agency) &&
      (coverage.areas === null || coverage.areas.includes(row.area)) &&
      (coverage.months.includes(month) || coverage.quarters.some((start) => toIndex(start) === row.month)),
  )
  const brought = submissions.find(({ number }) => number === row.newest)
  return (
    [...confirming, ...(brought ? [brought] : [])]
      .map(({ asAt }) => asAt)
      .toSorted()
      .at(-1) ?? ''
  )
}
