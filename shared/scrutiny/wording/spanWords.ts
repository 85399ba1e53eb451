import { isMonth, yearOf, type Month } from '../../periods/month.ts'
import { firstMonthOf, lastMonthOf, type Grain } from '../../periods/period.ts'
import { spokenPeriodLabel } from '../../periods/periodLabel.ts'

/** One period or several in a sentence, after "in" or "from": "in September 2026", "from June to September 2026". */
export function spanWords(first: string, last: string, grain: Grain): string {
  const [from, to] = [firstMonthOf(first, grain), lastMonthOf(last, grain)]
  if (from === to) return `in ${spokenPeriodLabel(to, 'month')}`
  return `from ${withoutYear(from, to)} to ${spokenPeriodLabel(to, 'month')}`
}

/** When a movement began: "in September 2026" of one month, "since June 2026" of more. */
export function sinceWords(first: string, last: string, grain: Grain): string {
  const [from, to] = [firstMonthOf(first, grain), lastMonthOf(last, grain)]
  return from === to ? `in ${spokenPeriodLabel(to, 'month')}` : `since ${spokenPeriodLabel(from, 'month')}`
}

/** Months in a sentence: "August and September 2026", "November 2025 to February 2026". */
export function monthList(months: readonly string[]): string {
  const known = months.filter(isMonth)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (known.length === 1) return spokenPeriodLabel(first, 'month')
  return `${withoutYear(first, last)} ${known.length === 2 ? 'and' : 'to'} ${spokenPeriodLabel(last, 'month')}`
}

function withoutYear(first: Month, last: Month): string {
  const label = spokenPeriodLabel(first, 'month')
  return yearOf(first) === yearOf(last) ? label.replace(/ \d{4}$/, '') : label
}
