import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, monthRange } from '../../../shared/periods/month.ts'
import type { Month } from '../../../shared/periods/month.ts'
import {
  grains,
  isPeriod,
  lastMonthOf,
  monthsOf,
  periodOf,
  periodsApart,
  periodsBetween,
  previousPeriod,
  samePeriodLastYear,
} from '../../../shared/periods/period.ts'
import { periodLabel, shortPeriodLabel, spokenPeriodLabel } from '../../../shared/periods/periodLabel.ts'
import { rollingMonths, yearToDateMonths } from '../../../shared/periods/window.ts'

const someMonth = fc.integer({ min: -1200, max: 1200 }).map((n): Month => addMonths('2000-01', n))
const someGrain = fc.constantFrom(...grains)

describe('period', () => {
  it('places a month in its quarter and years', () => {
    expect(grains.map((grain) => periodOf('2020-01', grain))).toEqual([
      '2020-01',
      '2019/20 Q4',
      '2019/20',
      '2020',
    ])
    expect(grains.map((grain) => periodOf('2023-04', grain))).toEqual([
      '2023-04',
      '2023/24 Q1',
      '2023/24',
      '2023',
    ])
  })

  it('writes the financial year at the turn of the century as 1999/00', () => {
    expect(periodOf('2000-03', 'financialYear')).toBe('1999/00')
    expect(monthsOf('1999/00', 'financialYear')).toEqual(monthRange('1999-04', '2000-03'))
  })

  it('starts the last quarter of a financial year in January of the next calendar year', () => {
    expect(monthsOf('2019/20 Q4', 'quarter')).toEqual(['2020-01', '2020-02', '2020-03'])
    expect(lastMonthOf('2019/20 Q4', 'quarter')).toBe('2020-03')
  })

  it('keeps part periods at both ends of a range', () => {
    expect(periodsBetween('2019-12', '2020-07', 'quarter')).toEqual([
      '2019/20 Q3',
      '2019/20 Q4',
      '2020/21 Q1',
      '2020/21 Q2',
    ])
    expect(periodsBetween('2020-07', '2019-12', 'month')).toEqual([])
  })

  it('finds the period before and the same one last year', () => {
    expect(previousPeriod('2023/24 Q1', 'quarter')).toBe('2022/23 Q4')
    expect(previousPeriod('2000/01', 'financialYear')).toBe('1999/00')
    expect(samePeriodLastYear('2023/24 Q1', 'quarter')).toBe('2022/23 Q1')
    expect(samePeriodLastYear('2020-02', 'month')).toBe('2019-02')
  })

  it.each([
    ['2023/25', 'financialYear'],
    ['2023/24 Q5', 'quarter'],
    ['2023 Q1', 'quarter'],
    ['2023/24', 'quarter'],
    ['2023-13', 'month'],
    ['23', 'calendarYear'],
    ['2023/24 Q1', 'financialYear'],
  ] as const)('refuses %j as a %s', (text, grain) => {
    expect(isPeriod(text, grain)).toBe(false)
    expect(() => monthsOf(text, grain)).toThrow(`invalid ${grain}: ${text}`)
  })

  it('holds the month it was made from, and its months all name it', () => {
    fc.assert(
      fc.property(someMonth, someGrain, (month, grain) => {
        const period = periodOf(month, grain)
        expect(monthsOf(period, grain)).toContain(month)
        expect(new Set(monthsOf(period, grain).map((each) => periodOf(each, grain)))).toEqual(
          new Set([period]),
        )
        expect(periodsApart(previousPeriod(period, grain), period, grain)).toBe(1)
      }),
    )
  })
})

describe('period labels', () => {
  it('spells periods out', () => {
    expect(periodLabel('2018-05', 'month')).toBe('May 2018')
    expect(periodLabel('2023/24 Q1', 'quarter')).toBe('Apr–Jun 2023')
    expect(periodLabel('2023/24 Q4', 'quarter')).toBe('Jan–Mar 2024')
    expect(periodLabel('2023/24', 'financialYear')).toBe('2023/24')
    expect(periodLabel('2023', 'calendarYear')).toBe('2023')
  })

  it('shortens them for an axis and lengthens them for a sentence', () => {
    expect(shortPeriodLabel('2018-05', 'month')).toBe('May 18')
    expect(shortPeriodLabel('2023/24 Q4', 'quarter')).toBe('Q4 23/24')
    expect(spokenPeriodLabel('2018-05', 'month')).toBe('May 2018')
    expect(spokenPeriodLabel('2023/24 Q1', 'quarter')).toBe('April to June 2023')
    expect(spokenPeriodLabel('2023/24', 'financialYear')).toBe('the year to March 2024')
  })
})

describe('windows', () => {
  it('ends a rolling year with the month asked for', () => {
    expect(rollingMonths('2020-03', 12)).toEqual(monthRange('2019-04', '2020-03'))
  })

  it('starts the year to date in April', () => {
    expect(yearToDateMonths('2020-04')).toEqual(['2020-04'])
    expect(yearToDateMonths('2020-03')).toEqual(monthRange('2019-04', '2020-03'))
  })
})
