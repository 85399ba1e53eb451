/** A calendar month, 'YYYY-MM'. Plain text sorts in time order; never a Date, so no time zone can move it. */
export type Month = `${number}-${number}`

const pattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** Whether the text is a month written 'YYYY-MM'. */
export function isMonth(text: string): text is Month {
  return pattern.test(text)
}

/** The text as a month; throws on anything but 'YYYY-MM'. */
export function parseMonth(text: string): Month {
  if (!isMonth(text)) throw new Error(`invalid month: ${text}`)
  return text
}

/** The month a local calendar date ('YYYY-MM-DD', or longer) falls in: monthOf('2021-07-31') is '2021-07'. */
export function monthOf(date: string): Month {
  return parseMonth(date.slice(0, 7))
}

/** The year of a month, as a number: yearOf('2018-05') is 2018. */
export function yearOf(month: Month): number {
  return Number(month.slice(0, 4))
}

/** The place of a month in its calendar year, 1 to 12: monthNumber('2018-05') is 5. */
export function monthNumber(month: Month): number {
  return Number(month.slice(5, 7))
}

/** The month of a calendar year: monthAt(2018, 5) is '2018-05'. Numbers beyond 1–12 roll into other years. */
export function monthAt(year: number, number: number): Month {
  return fromIndex(year * 12 + number - 1)
}

/** The month so many months later (earlier when negative): addMonths('2019-11', 3) is '2020-02'. */
export function addMonths(month: Month, months: number): Month {
  return fromIndex(toIndex(month) + months)
}

/** How many months `to` lies after `from`: monthsBetween('2019-11', '2020-02') is 3; negative when earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return toIndex(to) - toIndex(from)
}

/** Every month from the first to the last, both included; none when `to` is before `from`. */
export function monthRange(from: Month, to: Month): Month[] {
  const length = Math.max(0, monthsBetween(from, to) + 1)
  return Array.from({ length }, (_, i) => addMonths(from, i))
}

/** Days in the month, leap years included: daysInMonth('2024-02') is 29. */
export function daysInMonth(month: Month): number {
  return new Date(Date.UTC(yearOf(month), monthNumber(month), 0)).getUTCDate()
}

/** The first day of the month, 'YYYY-MM-DD'. */
export function firstDay(month: Month): string {
  return `${month}-01`
}

/** The last day of the month, 'YYYY-MM-DD'. */
export function lastDay(month: Month): string {
  return `${month}-${daysInMonth(month)}`
}

/** A month as a whole number, year × 12 + month − 1, as the records store holds it: toIndex('2018-05') is 24220. */
export function toIndex(month: Month): number {
  return yearOf(month) * 12 + monthNumber(month) - 1
}

/** The month that a whole number stands for: fromIndex(24220) is '2018-05'. */
export function fromIndex(index: number): Month {
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  const number = String((((index % 12) + 12) % 12) + 1).padStart(2, '0')
  return parseMonth(`${year}-${number}`)
}
