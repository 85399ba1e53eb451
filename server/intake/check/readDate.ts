import { monthNumber, readPeriodText } from '../layout/readPeriodText.ts'

/** When something was, as precisely as it was given: `day` since 1970-01-01 or null, `month` as year × 12 + month − 1. */
export interface ReadDate {
  readonly day: number | null
  readonly month: number
  readonly precision: 'day' | 'month' | 'quarter'
}

export interface DateFault {
  readonly fault: string
}

const isoDay =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const britishDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/
const namedDay = /^(\d{1,2})[\s-]([a-z]{3,9})[\s-](\d{4})$/i
const isoMonth = /^(\d{4})-(\d{2})$/
const britishMonth = /^(\d{1,2})\/(\d{4})$/
const quarter = /^(\d{4})[\s-]*Q([1-4])$/i

/** The forms that are read, for messages. */
const dateForms = '2026-04-17, 17/04/2026, 2026-04 or 2026-Q2'

/**
 * Reads a date as partners write it: a day (2026-04-17, 17/04/2026: always day before month), a time of day, a month
 * or a calendar quarter. A time with a zone belongs to its local day in England; one without is local already.
 * A day that no calendar has (31/02/2019) is a fault, never moved.
 */
export function readDate(text: string): ReadDate | DateFault {
  let match = isoDay.exec(text)
  if (match) {
    const [, year, month, day, hour, minute, , zone] = match
    const read = dayOf(Number(year), Number(month), Number(day))
    if ('fault' in read || hour === undefined) return read
    if (Number(hour) > 23 || Number(minute) > 59) return { fault: 'not a time of day' }
    return zone === undefined ? read : localDay(read, Number(hour) * 60 + Number(minute) - offsetOf(zone))
  }
  match = britishDay.exec(text)
  if (match) return dayOf(Number(match[3]), Number(match[2]), Number(match[1]))
  match = isoMonth.exec(text)
  if (match) return monthOf(Number(match[1]), Number(match[2]))
  match = britishMonth.exec(text)
  if (match) return monthOf(Number(match[2]), Number(match[1]))
  match = quarter.exec(text)
  if (match)
    return { day: null, month: Number(match[1]) * 12 + (Number(match[2]) - 1) * 3, precision: 'quarter' }
  match = namedDay.exec(text)
  if (match && monthNumber(match[2] ?? '') > 0)
    return dayOf(Number(match[3]), monthNumber(match[2] ?? ''), Number(match[1]))
  return namedPeriod(text) ?? { fault: `not a date: write ${dateForms}` }
}

/** A month or quarter in words or as Excel shows it: Feb-25, May 2019, 2022/23 Q1 (financial, April to June 2022). */
function namedPeriod(text: string): ReadDate | null {
  const period = /^(\d{4})-(Q?)(\d{1,2})$/.exec(readPeriodText(text, 'calendar') ?? '')
  if (period === null) return null
  const [, year, q, number] = period
  if (q === '') return { day: null, month: Number(year) * 12 + Number(number) - 1, precision: 'month' }
  return { day: null, month: Number(year) * 12 + (Number(number) - 1) * 3, precision: 'quarter' }
}

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
export function daysSince1970(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

function dayOf(year: number, month: number, day: number): ReadDate | DateFault {
  if (month < 1 || month > 12) return { fault: `no such date: there is no month ${month}` }
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > length) return { fault: `no such date: that month has ${length} days` }
  return { day: daysSince1970(year, month, day), month: year * 12 + month - 1, precision: 'day' }
}

function monthOf(year: number, month: number): ReadDate | DateFault {
  if (month < 1 || month > 12) return { fault: `no such date: there is no month ${month}` }
  return { day: null, month: year * 12 + month - 1, precision: 'month' }
}

function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** The local day in England of a moment, given as a day and minutes in universal time. */
function localDay({ day }: ReadDate, minutes: number): ReadDate {
  const universal = (day ?? 0) * 1440 + minutes
  const local = Math.floor((universal + (isSummerTime(universal) ? 60 : 0)) / 1440)
  const date = new Date(local * 86_400_000)
  return { day: local, month: date.getUTCFullYear() * 12 + date.getUTCMonth(), precision: 'day' }
}

/** British Summer Time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. */
function isSummerTime(universal: number): boolean {
  const year = new Date(universal * 60_000).getUTCFullYear()
  return universal >= lastSunday(year, 3) * 1440 + 60 && universal < lastSunday(year, 10) * 1440 + 60
}

function lastSunday(year: number, month: number): number {
  const last = daysSince1970(year, month + 1, 0)
  return last - new Date(last * 86_400_000).getUTCDay()
}
