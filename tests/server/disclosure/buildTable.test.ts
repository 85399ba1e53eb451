import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildTable, type TableRules } from '../../../server/disclosure/buildTable.ts'
import { cellState, type TableMask } from '../../../server/disclosure/tableMask.ts'
import { isPublished, timeCells } from '../../../server/disclosure/timeAxis.ts'
import { toIndex } from '../../../shared/periods/month.ts'
import { auditDisclosure } from '../../../shared/statistics/suppression/auditDisclosure.ts'
import type { Equation, PublishedValue } from '../../../shared/statistics/suppression/publishedTables.ts'

const periods = timeCells({ from: toIndex('2022-04'), to: toIndex('2023-09') })
const places = ['a', 'b', 'c', 'd']
const grains = { month: 1, quarter: 3, financialYear: 12, calendarYear: 12 }

/** Whole years and quarters that the months do not fill are not published. */
function isWhole(period: number): boolean {
  const { from, to, grain } = periods[period]!
  return to - from + 1 === grains[grain] && from >= toIndex('2022-04') && to <= toIndex('2023-09')
}

function figuresOf(monthly: (place: number, month: number) => number) {
  const at = (place: number, { from, to }: { from: number; to: number }) => {
    let sum = 0
    for (let month = from; month <= to; month++) sum += monthly(place, month)
    return sum
  }
  return {
    periods,
    places,
    parts: [''],
    values(place: number | null, _part: number, period: number) {
      if (!isWhole(period)) return [NaN]
      const own = place === null ? places.map((_, each) => each) : [place]
      return [own.reduce((sum, each) => sum + at(each, periods[period]!), 0)]
    },
  }
}

const rules: TableRules = {
  threshold: 5,
  suppressZero: false,
  zeroMayHide: false,
  mostHidden: 0.9,
  whole: 'month',
  byPlace: 'month',
  totals: null,
  sums: [],
  before: () => null,
  countsUnits: false,
}

/** All that is published, for the audit that knows nothing of how it was made. */
function published(table: TableMask, values: ReturnType<typeof figuresOf>['values']) {
  const cells: Record<string, PublishedValue> = {}
  const equations: Equation[] = []
  const named = (place: number | null, period: number) =>
    `${place === null ? 'whole' : places[place]} ${period}`
  for (const place of [null, ...places.keys()]) {
    for (const period of periods.keys()) {
      const [value = NaN] = values(place, 0, period)
      const state = cellState(table, { place: place === null ? null : places[place]!, part: '', period })
      if (state !== 'notPublished' && !Number.isNaN(value))
        cells[named(place, period)] = state === 'hidden' ? null : value
    }
  }
  const add = (total: string, parts: string[]) => {
    if (total in cells && parts.length > 1 && parts.every((part) => part in cells))
      equations.push({ total, parts })
  }
  for (const [period, outer] of periods.entries()) {
    add(
      named(null, period),
      [...places.keys()].map((place) => named(place, period)),
    )
    for (const grain of ['month', 'quarter'] as const) {
      const inner = [...periods.keys()].filter((each) => {
        const { from, to, grain: own } = periods[each]!
        return own === grain && own !== outer.grain && from >= outer.from && to <= outer.to
      })
      const isFull = inner.length * grains[grain] === outer.to - outer.from + 1
      if (isFull)
        for (const place of [null, ...places.keys()])
          add(
            named(place, period),
            inner.map((each) => named(place, each)),
          )
    }
  }
  return { cells, equations }
}

test('leaves no hidden cell of any table to be worked out, whatever the numbers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
      fc.integer({ min: 0, max: 25 }),
      async (numbers, shareSmall) => {
        const held = new Map<string, number>()
        const figures = figuresOf((place, month) => {
          const key = `${place} ${month}`
          const drawn = held.get(key) ?? numbers.next().value ?? 0
          held.set(key, drawn)
          return drawn < shareSmall ? drawn % 5 : drawn
        })
        const table = await buildTable(figures, rules)
        const { cells, equations } = published(table, figures.values)
        const audit = auditDisclosure({ cells, equations }, { least: 1, depth: 'variation' })
        expect(audit.feasible).toBe(true)
        expect([...audit.exact, ...audit.undecided]).toEqual([])
        for (const [period, { grain }] of periods.entries()) {
          for (const [place, name] of places.entries()) {
            const [value = NaN] = figures.values(place, 0, period)
            if (Number.isNaN(value) || !isPublished(grain, table.byPlace.floor)) continue
            if (value > 0 && value < 5) expect(cells[`${name} ${period}`]).toBeNull()
            if (value === 0 && cells[`whole ${period}`] !== null) expect(cells[`${name} ${period}`]).toBe(0)
          }
        }
      },
    ),
    { numRuns: 60, seed: 4 },
  )
})

const ordinary = figuresOf((place, month) =>
  place === 0 && month === toIndex('2022-06') ? 3 : 20 + place + (month % 7),
)
const june = periods.findIndex(({ from, to }) => from === to && from === toIndex('2022-06'))

function hiddenCells(table: TableMask): string[] {
  return places.flatMap((place) =>
    [...periods.keys()].flatMap((period) =>
      cellState(table, { place, part: '', period }) === 'hidden'
        ? [`${place} ${periods[period]!.period}`]
        : [],
    ),
  )
}

test('hides a small number with three others: another place, another month of the quarter', async () => {
  const hidden = hiddenCells(await buildTable(ordinary, rules))
  expect(hidden).toHaveLength(4)
  expect(hidden).toContain('a 2022-06')
})

test('never counts on a number that was shown before to hide another', async () => {
  const fresh = await buildTable(ordinary, rules)
  const known = new Set(hiddenCells(fresh).filter((cell) => cell !== 'a 2022-06'))
  const table = await buildTable(ordinary, {
    ...rules,
    before: (place, _part, period) =>
      place !== null && known.has(`${places[place]} ${periods[period]!.period}`) ? 'known' : null,
  })
  const hidden = hiddenCells(table)
  expect(hidden).toContain('a 2022-06')
  expect(hidden.filter((cell) => known.has(cell))).toEqual([])
})

test('never lets the places of a hidden total be added up', async () => {
  // The total of May is the cheapest to hide beside that of June; of the places that are small in June, April is.
  const quarter: Record<number, readonly number[]> = {
    [toIndex('2022-04')]: [20, 90, 20, 90],
    [toIndex('2022-05')]: [60, 10, 60, 10],
    [toIndex('2022-06')]: [1, 0, 2, 0],
  }
  const few = figuresOf((place, month) => (quarter[month] ?? [80, 81, 82, 83])[place]!)
  const table = await buildTable(few, rules)
  const hidden = hiddenCells(table)
  const totals = [...periods.keys()].filter(
    (period) => cellState(table, { place: null, part: '', period }) === 'hidden',
  )
  expect(totals.map((period) => periods[period]!.period)).toContain('2022-05')
  for (const period of totals)
    expect(hidden.filter((cell) => cell.endsWith(` ${periods[period]!.period}`)).length).toBeGreaterThan(1)
})

test('goes on hiding what was hidden before, with company', async () => {
  const large = figuresOf((place, month) => 20 + place + (month % 7))
  expect(hiddenCells(await buildTable(large, rules))).toEqual([])
  const table = await buildTable(large, {
    ...rules,
    before: (place, _part, period) => (place === 0 && period === june ? 'hidden' : null),
  })
  expect(hiddenCells(table)).toContain('a 2022-06')
  expect(hiddenCells(table)).toHaveLength(4)
})

test('publishes nothing by place where even years would hide too much', async () => {
  const tiny = figuresOf((place) => (place === 0 ? 90 : 0.2))
  const table = await buildTable(
    { ...tiny, values: (...cell) => tiny.values(...cell).map(Math.round) },
    { ...rules, mostHidden: 0.2 },
  )
  expect(table.byPlace.floor).toBe('none')
  expect(table.whole.floor).toBe('month')
})
