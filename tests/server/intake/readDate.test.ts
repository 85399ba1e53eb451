import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysSince1970, readDate } from '../../../server/intake/check/readDate.ts'

const month = (year: number, number: number) => year * 12 + number - 1

describe('reading dates', () => {
  test.each([
    ['2019-02-28', daysSince1970(2019, 2, 28), month(2019, 2)],
    ['2020-02-29', daysSince1970(2020, 2, 29), month(2020, 2)],
    ['2019-2-8', daysSince1970(2019, 2, 8), month(2019, 2)],
    ['28/02/2019', daysSince1970(2019, 2, 28), month(2019, 2)],
    ['3/4/2019', daysSince1970(2019, 4, 3), month(2019, 4)],
    ['03.04.2019', daysSince1970(2019, 4, 3), month(2019, 4)],
    ['03/04/2019 23:59', daysSince1970(2019, 4, 3), month(2019, 4)],
    ['2019-04-03 23:59:59', daysSince1970(2019, 4, 3), month(2019, 4)],
  ])('reads %s as a day', (text, day, ofMonth) => {
    expect(readDate(text)).toEqual({ day, month: ofMonth, precision: 'day' })
  })

  test.each([
    ['2021-07-31T23:40:00+00:00', '2021-08-01'],
    ['2021-07-31T22:59:00Z', '2021-07-31'],
    ['2021-01-31T23:40:00Z', '2021-01-31'],
    ['2021-03-28T00:59:00Z', '2021-03-28'],
    ['2021-12-31T23:30:00-01:00', '2022-01-01'],
    ['2021-10-30T23:30:00Z', '2021-10-31'],
    ['2021-10-31T23:30:00Z', '2021-10-31'],
  ])('places the moment %s on its local day %s', (text, day) => {
    const [year, ofYear, ofMonth] = day.split('-').map(Number)
    expect(readDate(text)).toMatchObject({
      day: daysSince1970(year!, ofYear!, ofMonth!),
      month: month(year!, ofYear!),
    })
  })

  test('agrees with the calendar of the operating system on every hour around the clock changes', () => {
    const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1997-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        (moment) => {
          const [year, ofYear, ofMonth] = london.format(moment).split('-').map(Number)
          expect(readDate(moment.toISOString())).toMatchObject({
            day: daysSince1970(year!, ofYear!, ofMonth!),
          })
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('reads months and calendar quarters without a day', () => {
    expect(readDate('2019-04')).toEqual({ day: null, month: month(2019, 4), precision: 'month' })
    expect(readDate('04/2019')).toEqual({ day: null, month: month(2019, 4), precision: 'month' })
    expect(readDate('2022-Q2')).toEqual({ day: null, month: month(2022, 4), precision: 'quarter' })
    expect(readDate('2022 q4')).toEqual({ day: null, month: month(2022, 10), precision: 'quarter' })
  })

  test.each([
    ['Feb-25', month(2025, 2), 'month'],
    ['May 2019', month(2019, 5), 'month'],
    ['September 2024', month(2024, 9), 'month'],
    ['Q1 2023', month(2023, 1), 'quarter'],
    ['2022/23 Q1', month(2022, 4), 'quarter'],
    ['2022-23 Q4', month(2023, 1), 'quarter'],
    ['Apr-Jun 2023', month(2023, 4), 'quarter'],
  ])('reads %s as the period it names', (text, ofMonth, precision) => {
    expect(readDate(text)).toEqual({ day: null, month: ofMonth, precision })
  })

  test('reads a day with the month in words', () => {
    expect(readDate('14-May-2024')).toMatchObject({ day: daysSince1970(2024, 5, 14), precision: 'day' })
  })

  test.each([
    ['31/02/2019', 'no such date: that month has 28 days'],
    ['2019-02-29', 'no such date: that month has 28 days'],
    ['02/13/2019', 'no such date: there is no month 13'],
    ['2019-13', 'no such date: there is no month 13'],
    ['2019-00-10', 'no such date: there is no month 0'],
    ['2019-01-00', 'no such date: that month has 31 days'],
    ['2019-01-01T25:00Z', 'not a time of day'],
  ])('refuses %s and says why', (text, fault) => {
    expect(readDate(text)).toEqual({ fault })
  })

  test.each(['01/02/19', '43500', 'Mai 2019', '2022-Q5', '20190501', '12-2019-03', 'tomorrow'])(
    'does not guess at %s',
    (text) => {
      expect(readDate(text)).toEqual({ fault: expect.stringContaining('not a date') })
    },
  )
})
