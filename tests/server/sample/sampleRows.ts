import { readFileSync } from 'node:fs'
import type { FeedId } from '../../../shared/feeds/feed.ts'
import { feedById } from '../../../shared/feeds/feeds.ts'
import type { SampleSubmission } from '../../../server/sample/submissionFiles.ts'

export type Row = Readonly<Record<string, string>>

const read = new Map<string, readonly Row[]>()

/** The rows of one file of the sample, read once, split by plain commas: the sample writes no quotes. */
export function readRows({ file }: SampleSubmission): readonly Row[] {
  const known = read.get(file)
  if (known !== undefined) return known
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
  const names = header!.split(',')
  const rows = lines.map((line) => {
    const cells = line.split(',')
    if (cells.length !== names.length) throw new Error(`${cells.length} cells: ${line}`)
    const row: Record<string, string> = {}
    for (let i = 0; i < names.length; i += 1) row[names[i]!] = cells[i]!
    return row
  })
  read.set(file, rows)
  return rows
}

/** The month a row belongs to: that of its feed's own date; a calendar quarter by its first month. */
export function monthOfRow(feed: FeedId, row: Row): string {
  const date = row[feedById[feed].date]!
  const quarter = /^(\d{4})-Q([1-4])$/.exec(date)
  return quarter === null
    ? date.slice(0, 7)
    : `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}`
}

/** What is known of a feed after the last submission: each month from the newest file of each agency that covers it. */
export function latestRows(submissions: readonly SampleSubmission[], feed: FeedId): Row[] {
  const ofFeed = submissions.filter((submission) => submission.feed === feed)
  return ofFeed.flatMap((submission) => {
    const newer = ofFeed.filter(({ agency, asAt }) => agency === submission.agency && asAt > submission.asAt)
    return readRows(submission).filter((row) => {
      const month = monthOfRow(feed, row)
      return !newer.some(({ from, to }) => month >= from && month <= to)
    })
  })
}

/** Plain counting: how many records a month holds, of rows that pass a test. */
export function countByMonth(
  feed: FeedId,
  rows: readonly Row[],
  test: (row: Row) => boolean,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) {
    const month = monthOfRow(feed, row)
    if (test(row)) counts[month] = (counts[month] ?? 0) + Number(row['count'] ?? '1')
  }
  return counts
}
