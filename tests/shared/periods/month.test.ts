import { describe, expect, it } from 'vitest'
import {
  addMonths,
  daysInMonth,
  isMonth,
  lastDay,
  monthOf,
  monthRange,
  monthsBetween,
  parseMonth,
} from '../../../shared/periods/month.ts'

describe('month', () => {
  it('steps over the turn of a year in both directions', () => {
    expect(addMonths('2019-11', 3)).toBe('2020-02')
    expect(addMonths('2020-01', -1)).toBe('2019-12')
    expect(addMonths('2020-01', -13)).toBe('2018-12')
  })

  it('counts months between two months, negative when the second is earlier', () => {
    expect(monthsBetween('2019-11', '2020-02')).toBe(3)
    expect(monthsBetween('2020-02', '2019-11')).toBe(-3)
  })

  it('lists both ends of a range and nothing for a backward one', () => {
    expect(monthRange('2019-11', '2020-01')).toEqual(['2019-11', '2019-12', '2020-01'])
    expect(monthRange('2020-02', '2020-01')).toEqual([])
  })

  it('knows the length of February', () => {
    expect(daysInMonth('2024-02')).toBe(29)
    expect(daysInMonth('2023-02')).toBe(28)
    expect(daysInMonth('1900-02')).toBe(28)
    expect(lastDay('2023-09')).toBe('2023-09-30')
  })

  it('takes the month of a local date without moving it', () => {
    expect(monthOf('2021-07-31')).toBe('2021-07')
  })

  it.each(['2021-13', '2021-00', '2021-7', '21-07', '2021/07', '', '2021-07-01'])(
    'refuses %j as a month',
    (text) => {
      expect(isMonth(text)).toBe(false)
      expect(() => parseMonth(text)).toThrow(`invalid month: ${text}`)
    },
  )
})
