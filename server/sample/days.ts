import { daysInMonth, firstDay } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'

const perDay = 86_400_000
const texts = new Map<number, string>()

/** A calendar date as a count of days, so that days can be added; dates here have no time and no zone. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / perDay
}

/** The date of a day number, 'YYYY-MM-DD'. */
export function dateText(day: number): string {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = new Date(day * perDay).toISOString().slice(0, 10)
  texts.set(day, text)
  return text
}

/** The days of a month with how busy each is expected to be, by weekday (Sunday first); weights average about 1. */
export function monthDays(
  month: Month,
  byWeekday: readonly number[],
): { readonly day: number; readonly weight: number }[] {
  const first = dayNumber(firstDay(month))
  return Array.from({ length: daysInMonth(month) }, (_, i) => {
    const day = first + i
    // 1 January 1970 was a Thursday.
    return { day, weight: byWeekday[(day + 4) % 7] ?? 1 }
  })
}
