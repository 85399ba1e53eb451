import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../shared/periods/month.ts'
import type { MonthValue } from '../../../shared/periods/monthlyValues.ts'
import { grains } from '../../../shared/periods/period.ts'
import { periodRates, rollingRates } from '../../../shared/periods/rateAggregates.ts'
import type { MonthParts, RateOptions } from '../../../shared/periods/rateAggregates.ts'
import { monthAggregates, periodAggregates } from '../../../shared/periods/timeAggregates.ts'

type Row = Record<string, unknown>

interface Case {
  id: string
  kind: string
  name: string
  input: MonthValue[] | (RateOptions & { rows: MonthParts[] })
  expected: Record<string, Row[]>
}

const fixture = new URL('../../fixtures/timeagg.json', import.meta.url)
const cases = (JSON.parse(readFileSync(fixture, 'utf8')) as { cases: Case[] }).cases

/** Same fields, text exact, numbers to 1e-12 relative (the fixture's stated tolerance). */
function expectRows(actual: readonly object[], expected: readonly Row[] | undefined) {
  expect(actual.length).toBe(expected?.length)
  for (const [i, row] of (expected ?? []).entries()) {
    const got = { ...actual[i] } as Row
    for (const [field, value] of Object.entries(row)) {
      const message = `${JSON.stringify(row)} field ${field}`
      if (typeof value !== 'number') expect(got[field], message).toBe(value)
      else expect(Math.abs(Number(got[field]) - value), message).toBeLessThanOrEqual(1e-12 * Math.abs(value))
    }
  }
}

describe(`time aggregates agree with ${cases.length} reference cases`, () => {
  it.each(cases)('$id $name', ({ input, expected }) => {
    if (Array.isArray(input)) {
      expectRows(monthAggregates(input), expected.monthly)
      expectRows(periodAggregates(input, 'quarter'), expected.quarter)
      expectRows(periodAggregates(input, 'financialYear'), expected.financialYear)
      expectRows(periodAggregates(input, 'calendarYear'), expected.calendarYear)
    } else {
      expectRows(periodRates(input.rows, 'financialYear', input), expected.financialYear)
      expectRows(rollingRates(input.rows, input), expected.rolling12)
    }
  })
})

describe('missing months', () => {
  it('treats an absent month like a null one', () => {
    const absent: MonthValue[] = [
      { month: '2022-04', value: 3 },
      { month: '2022-06', value: 5 },
    ]
    const withNull: MonthValue[] = [...absent, { month: '2022-05', value: null }]
    expect(monthAggregates(absent)).toEqual(monthAggregates(withNull))
    expect(periodAggregates(absent, 'quarter')).toEqual([
      { period: '2022/23 Q1', value: 8, monthsPresent: 2, monthsExpected: 3, complete: false },
    ])
  })

  it('gives a period without any month null, not 0', () => {
    const rows: MonthValue[] = [
      { month: '2022-04', value: 0 },
      { month: '2022-07', value: null },
    ]
    expect(periodAggregates(rows, 'quarter').map((row) => row.value)).toEqual([0, null])
  })

  it('gives no change against a base of 0', () => {
    const rows: MonthValue[] = [
      { month: '2021-04', value: 0 },
      { month: '2022-04', value: 4 },
    ]
    expect(monthAggregates(rows).at(-1)).toMatchObject({ samePeriodLastYear: 0, change: 4, changePct: null })
  })

  it('refuses a month given twice', () => {
    const twice: MonthValue[] = [
      { month: '2022-04', value: 1 },
      { month: '2022-04', value: 2 },
    ]
    expect(() => monthAggregates(twice)).toThrow('month given twice: 2022-04')
  })
})

describe('rates', () => {
  const rows: MonthParts[] = [
    { month: '2022-04', numerator: 2, denominator: 10 },
    { month: '2022-05', numerator: 1, denominator: 20 },
    { month: '2022-06', numerator: 7, denominator: null },
  ]

  it('sums the denominators of a flow and averages those of a stock, over the months present', () => {
    expect(periodRates(rows, 'quarter', { denominatorType: 'flow', multiplier: 100 })).toEqual([
      {
        period: '2022/23 Q1',
        monthsPresent: 2,
        monthsExpected: 3,
        complete: false,
        numerator: 3,
        denominator: 30,
        value: 10,
      },
    ])
    expect(periodRates(rows, 'quarter', { denominatorType: 'stock', multiplier: 100 })[0]?.value).toBe(20)
  })

  it('gives a denominator of 0 no value', () => {
    const none: MonthParts[] = [{ month: '2022-04', numerator: 0, denominator: 0 }]
    expect(periodRates(none, 'month', { denominatorType: 'flow', multiplier: 100 })[0]?.value).toBeNull()
  })
})

describe('any finite numbers and nulls', () => {
  const value = fc.option(fc.integer({ min: 0, max: 10_000 }))
  const series = fc
    .array(value, { maxLength: 60 })
    .map((values) => values.map((each, i): MonthValue => ({ month: addMonths('2018-01', i), value: each })))

  it('never throw, and every roll-up keeps the grand total', () => {
    fc.assert(
      fc.property(series, (rows) => {
        const total = rows.reduce((sum, row) => sum + (row.value ?? 0), 0)
        monthAggregates(rows)
        for (const grain of grains) {
          const sum = periodAggregates(rows, grain).reduce((all, row) => all + (row.value ?? 0), 0)
          expect(sum).toBe(total)
        }
      }),
    )
  })
})
