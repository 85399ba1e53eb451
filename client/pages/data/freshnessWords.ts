import type { Freshness, FreshnessCell, FreshnessRow } from '../../../shared/freshness/freshness.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** How much of what is due has come, as the page's heading. */
export function freshnessHeadline({ rows, months }: Freshness): string {
  const last = months.at(-1)
  if (rows.length === 0 || last === undefined) return 'Nothing has been received yet'
  const complete = rows.filter(({ missing }) => missing.length === 0).length
  const due = rows.flatMap(({ cells }) => cells.filter(({ state }) => state !== 'notDue'))
  const newest =
    due
      .map(({ month }) => month)
      .toSorted()
      .at(-1) ?? last
  if (complete === rows.length)
    return rows.length === 1
      ? `The one feed is complete to ${periodLabel(newest, 'month')}`
      : `All ${rows.length} feeds are complete to ${periodLabel(newest, 'month')}`
  const count = numbers[complete] ?? String(complete)
  const verb = complete === 1 ? 'is' : 'are'
  return `${count} of ${rows.length} feeds ${verb} complete to ${periodLabel(newest, 'month')}`
}

/** What one month's cell says to those who read it aloud or point at it. */
export function cellWords(cell: FreshnessCell): string {
  const due = `due ${formatDate(cell.dueOn)}`
  switch (cell.state) {
    case 'missing':
      return `missing, ${due}`
    case 'notDue':
      return `not due`
    case 'received': {
      const came = cell.receivedOn === null ? 'received' : `received ${formatDate(cell.receivedOn)}`
      const late = cell.daysLate > 0 ? `, ${cell.daysLate} days late (${due})` : ''
      const restated = cell.restated
        ? `, restated ${formatDate(cell.restated.on)} by submission ${cell.restated.submission}`
        : ''
      return `${came}${late}${cell.provisional ? ', provisional' : ''}${restated}`
    }
  }
}

/** The state of a row in words: what is missing, else what came late last, else what is provisional. */
export function rowStatus({ cells, missing }: FreshnessRow): {
  readonly kind: 'notSupplied' | 'late' | 'restated' | 'provisional' | 'upToDate'
  readonly words: string
} {
  const [first, last] = [missing[0], missing.at(-1)]
  if (first && last) {
    const words =
      missing.length > 2 ? `${missing.length} months missing` : `${formatMonths(first, last)} missing`
    return { kind: 'notSupplied', words }
  }
  const received = cells.filter(({ state }) => state === 'received')
  const newest = received.at(-1)
  if (newest && newest.daysLate > 0)
    return { kind: 'late', words: `${periodLabel(newest.month, 'month')} ${newest.daysLate} days late` }
  const restated = received.filter((cell) => cell.restated?.on === newest?.receivedOn)
  if (restated.length > 0)
    return {
      kind: 'restated',
      words: `${restated.length} ${restated.length === 1 ? 'month' : 'months'} restated`,
    }
  const provisional = received.filter((cell) => cell.provisional)
  const [begin, end] = [provisional[0], provisional.at(-1)]
  if (begin && end)
    return { kind: 'provisional', words: `${formatMonths(begin.month, end.month)} provisional` }
  return { kind: 'upToDate', words: 'Up to date' }
}
