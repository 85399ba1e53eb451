import { sql, type Kysely } from 'kysely'
import { keyColumns } from '../../../db/records/stageSubmission.ts'
import type { SubmissionCoverage } from '../../../db/records/coverage.ts'
import type { RecordsTables } from '../../../db/records/tables.ts'
import type { Feed } from '../../../shared/feeds/feed.ts'
import { fromIndex, toIndex } from '../../../shared/periods/month.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'

export interface AgainstHeld {
  readonly feed: Feed
  readonly coverage: SubmissionCoverage
}

const historyMonths = 24
const fewestMonths = 6
const plausible = { least: 0.5, most: 2 }
const shown = 5

/**
 * What looks wrong in a file (`incoming`) beside what is held, as sentences for the receipt; nothing here refuses a file.
 * References that stand on several rows or in months the file does not cover, months far from their usual size, and
 * areas that always had records and now have none.
 */
export async function warningsAgainstHeld(
  db: Kysely<RecordsTables>,
  { feed, coverage }: AgainstHeld,
): Promise<string[]> {
  const reference = feed.fields.find(({ name, type }) => name === feed.key[0] && type.kind === 'reference')
  return [
    ...(reference ? await repeatedReferences(db, feed, coverage) : []),
    ...(coverage.months.length > 0 ? await unusualMonths(db, feed, coverage) : []),
  ]
}

async function repeatedReferences(
  db: Kysely<RecordsTables>,
  feed: Feed,
  { months }: SubmissionCoverage,
): Promise<string[]> {
  const key = keyColumns(feed).filter((name) => name !== 'agency')
  const columns = sql.join(key.map((name) => sql.id(name)))
  const given = sql`${sql.id(key[0] ?? '')} is not null`
  const within = await sql<{ n: number }>`select count(*) as n from (
    select 1 from incoming where ${given} group by agency, ${columns} having count(*) > 1) twice`.execute(db)
  const covered = months.length > 0 ? sql.join(months.map(toIndex)) : sql`-1`
  const held = await sql<{
    n: number
  }>`select count(*) as n from (select distinct agency, ${columns} from incoming
    where ${given}) i where exists (select 1 from ${sql.table(feed.id)} c where c.withdrawn_in is null
    and c.agency = i.agency and c.month not in (${covered}) and ${sql.join(
      key.map((name) => sql`c.${sql.id(name)} = i.${sql.id(name)}`),
      sql` and `,
    )})`.execute(db)
  const [twice, elsewhere] = [Number(within.rows[0]?.n ?? 0), Number(held.rows[0]?.n ?? 0)]
  return [
    ...(twice > 0
      ? [
          `${count(twice, 'reference')} on more than one row of this file: each row is counted. Check for duplicates.`,
        ]
      : []),
    ...(elsewhere > 0
      ? [
          `${count(elsewhere, 'reference')} also held in months that this file does not cover: those records count twice unless their months are sent anew.`,
        ]
      : []),
  ]
}

interface MonthCount {
  readonly area: string
  readonly month: number
  readonly n: number
}

async function unusualMonths(
  db: Kysely<RecordsTables>,
  feed: Feed,
  { months, agencies }: SubmissionCoverage,
): Promise<string[]> {
  const first = Math.min(...months.map(toIndex))
  const agency = sql.join(agencies)
  const read = async (from: ReturnType<typeof sql>, where: ReturnType<typeof sql>) => {
    const { rows } = await sql<MonthCount>`select area, month, sum(count) as n from ${from}
      where grain = 'month' and agency in (${agency}) and ${where} group by area, month`.execute(db)
    return rows.map((row) => ({ area: row.area, month: Number(row.month), n: Number(row.n) }))
  }
  const held = await read(
    sql`${sql.table(feed.id)}`,
    sql`withdrawn_in is null and month < ${first} and month >= ${first - historyMonths}`,
  )
  const sent = await read(sql`incoming`, sql`month in (${sql.join(months.map(toIndex))})`)
  const usual = median([...byMonth(held).values()])
  const total = byMonth(sent)
  if (byMonth(held).size < fewestMonths || usual === 0) return []
  const odd = months.filter((month) => {
    const share = (total.get(toIndex(month)) ?? 0) / usual
    return share < plausible.least || share > plausible.most
  })
  const named = odd
    .slice(0, shown)
    .map((month) => `${label(toIndex(month))}: ${number(total.get(toIndex(month)) ?? 0)}`)
  return [
    ...(odd.length > 0
      ? [
          `Unlike the ${number(usual)} usual in the months before: ${named.join(', ')}${odd.length > shown ? ` and ${odd.length - shown} more` : ''}. Check that the file is whole and of these months.`,
        ]
      : []),
    ...fallenToZero(held, sent, months.map(toIndex)),
  ]
}

/** Areas with records in every one of the last six months held, and none in a month of the file. */
function fallenToZero(
  held: readonly MonthCount[],
  sent: readonly MonthCount[],
  months: readonly number[],
): string[] {
  const latest = [...byMonth(held).keys()].toSorted((a, b) => b - a).slice(0, fewestMonths)
  const has = (list: readonly MonthCount[], area: string, month: number) =>
    list.some((entry) => entry.area === area && entry.month === month && entry.n > 0)
  const areas = [...new Set(held.map(({ area }) => area))].filter((area) =>
    latest.every((month) => has(held, area, month)),
  )
  const fallen = areas.flatMap((area) =>
    months.filter((month) => !has(sent, area, month)).map((month) => `${area} in ${label(month)}`),
  )
  if (fallen.length === 0) return []
  return [
    `No records where there always were some: ${fallen.slice(0, shown).join(', ')}${fallen.length > shown ? ` and ${fallen.length - shown} more` : ''}. Taken as none; check that nothing is missing.`,
  ]
}

function byMonth(list: readonly MonthCount[]): Map<number, number> {
  const totals = new Map<number, number>()
  for (const { month, n } of list) totals.set(month, (totals.get(month) ?? 0) + n)
  return totals
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function label(month: number): string {
  return periodLabel(fromIndex(month), 'month')
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}

function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? ' is' : 's are'}`
}
