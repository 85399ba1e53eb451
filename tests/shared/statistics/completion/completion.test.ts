import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter } from '../../../../shared/periods/dayAfter.ts'
import { addMonths, lastDay } from '../../../../shared/periods/month.ts'
import { completion } from '../../../../shared/statistics/completion/completion.ts'
import { completionPattern } from '../../../../shared/statistics/completion/completionPattern.ts'
import { developmentSteps } from '../../../../shared/statistics/completion/developmentSteps.ts'
import { estimateFinal } from '../../../../shared/statistics/completion/estimateFinal.ts'
import { ageOf, reportingTriangle } from '../../../../shared/statistics/completion/reportingTriangle.ts'
import type { TriangleRow } from '../../../../shared/statistics/completion/reportingTriangle.ts'

/** A triangle of months that are known in these shares at each age, the newest month at age 0. */
function triangle(finals: readonly number[], shares: readonly number[]): TriangleRow[] {
  return finals.map((final, i) => ({
    month: addMonths('2020-01', i),
    byAge: Array.from({ length: finals.length - i }, (_, age) => Math.round(final * (shares[age] ?? 1))),
  }))
}

function rowsOf(...byAges: (number | null)[][]): TriangleRow[] {
  return byAges.map((byAge, i) => ({ month: addMonths('2020-01', i), byAge }))
}

describe('age of a month', () => {
  it('begins at 0 on its last day and grows when a later month has ended', () => {
    expect(ageOf('2020-05', '2020-05-30')).toBe(-1)
    expect(ageOf('2020-05', '2020-05-31')).toBe(0)
    expect(ageOf('2020-05', '2020-06-29')).toBe(0)
    expect(ageOf('2020-05', '2020-06-30')).toBe(1)
    expect(dayAfter('2023-12-31')).toBe('2024-01-01')
  })
})

describe('reporting triangle', () => {
  it('lets the last known figure stand between submissions', () => {
    expect(
      reportingTriangle([
        { month: '2020-06', asAt: '2020-07-31', value: 70 },
        { month: '2020-05', asAt: '2020-07-31', value: 95 },
        { month: '2020-05', asAt: '2020-05-31', value: 80 },
      ]),
    ).toEqual([
      { month: '2020-05', byAge: [80, 80, 95] },
      { month: '2020-06', byAge: [null, 70] },
    ])
  })

  it('leaves out figures of a month still running', () => {
    expect(reportingTriangle([{ month: '2020-05', asAt: '2020-05-12', value: 9 }])).toEqual([])
  })

  it('keeps the later of two figures known at the same age', () => {
    expect(
      reportingTriangle([
        { month: '2020-05', asAt: '2020-06-20', value: 12 },
        { month: '2020-05', asAt: '2020-06-03', value: 9 },
      ]),
    ).toEqual([{ month: '2020-05', byAge: [12] }])
  })
})

describe('chain-ladder factors', () => {
  it("are sums over sums, with Mack's scatter", () => {
    const [step] = developmentSteps(rowsOf([80, 100], [90, 110], [40, 50]), {
      fewestMonths: 3,
      newestMonths: 24,
      greatestAge: 12,
    })
    const factor = 260 / 210
    const scatter = 80 * (1.25 - factor) ** 2 + 90 * (110 / 90 - factor) ** 2 + 40 * (1.25 - factor) ** 2
    expect(step?.factor).toBeCloseTo(factor, 12)
    expect(step?.variance).toBeCloseTo(scatter / 2, 12)
    expect(step).toMatchObject({ fromAge: 0, months: 3, base: 210 })
  })

  /** Taylor and Ashe's triangle with the results that Mack (1993) printed for it. */
  it("reproduce Mack's published reserves and standard errors", () => {
    const increments = [
      [357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948],
      [352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046],
      [290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405],
      [310608, 1108250, 776189, 1562400, 272482, 352053, 206286],
      [443160, 693190, 991983, 769488, 504851, 470639],
      [396132, 937085, 847498, 805037, 705960],
      [440832, 847631, 1131398, 1063269],
      [359480, 1061648, 1443370],
      [376686, 986608],
      [344014],
    ]
    const rows = rowsOf(
      ...increments.map((row) => row.map((_, age) => row.slice(0, age + 1).reduce((a, b) => a + b))),
    )
    const steps = developmentSteps(rows, { fewestMonths: 2, newestMonths: 24, greatestAge: 12 })
    expect(steps.map(({ factor }) => Number(factor.toFixed(3)))).toEqual([
      3.491, 1.747, 1.457, 1.174, 1.104, 1.086, 1.054, 1.077,
    ])
    expect(Math.sqrt(steps[0]?.variance ?? NaN)).toBeCloseTo(400.35, 1)
    expect(Math.sqrt(steps[1]?.variance ?? NaN)).toBeCloseTo(194.26, 1)
  })
})

describe('completion pattern', () => {
  const steady = Array.from({ length: 30 }, (_, i) => 1000 + 37 * (i % 7))

  it('learns the lag as the age from which 98 % is known', () => {
    const pattern = completionPattern(triangle(steady, [0.8, 0.97, 0.995, 1]))
    expect(pattern).toMatchObject({ learned: true, lag: 2 })
    if (!pattern.learned) return
    expect(pattern.shareAtAge[0]).toBeCloseTo(0.8, 2)
    expect(pattern.shareAtAge[1]).toBeCloseTo(0.97, 2)
    expect(pattern.shareAtAge.at(-1)).toBe(1)
  })

  it('learns a lag of 0 where months arrive whole', () => {
    expect(completionPattern(triangle(steady, [1]))).toMatchObject({ learned: true, lag: 0 })
  })

  it('counts figures that fall later as unsettled too', () => {
    expect(completionPattern(triangle(steady, [1.1, 1.0]))).toMatchObject({ learned: true, lag: 1 })
  })

  it('does not learn from five months', () => {
    expect(completionPattern(triangle(steady.slice(0, 6), [0.8]))).toEqual({
      learned: false,
      reason: '5 past months have been seen to fill in and 6 are needed',
    })
  })

  it('does not learn while months still change at the greatest age seen', () => {
    expect(completionPattern(triangle(steady.slice(0, 8), [0.5, 0.6, 0.8, 0.9]))).toEqual({
      learned: false,
      reason: 'months still change at age 2, the greatest seen',
    })
  })

  it('forgets how months filled in more than two years ago', () => {
    const old = triangle(steady, [0.5, 1]).map(({ month, byAge }, i) =>
      i < 3
        ? { month, byAge }
        : { month, byAge: byAge.map((value, age) => (age === 0 ? (byAge[1] ?? value) : value)) },
    )
    expect(completionPattern(old)).toMatchObject({ learned: true, lag: 0 })
  })
})

describe('completion', () => {
  const finals = Array.from({ length: 30 }, (_, i) => 500 + 20 * ((i * 5) % 11))
  const rows = triangle(finals, [0.8, 0.95, 1])

  it('estimates the final value of each provisional month', () => {
    const { lag, source, reason, provisional } = completion(rows, { statedLag: 1 })
    expect({ lag, source, reason }).toEqual({
      lag: 2,
      source: 'learned',
      reason: 'from how at least 18 past months filled in',
    })
    expect(provisional.map(({ month, age }) => [month, age])).toEqual([
      ['2022-05', 1],
      ['2022-06', 0],
    ])
    for (const [i, { estimate }] of provisional.entries()) {
      const final = finals.at(i - 2) ?? NaN
      expect((estimate?.mean ?? NaN) / final).toBeCloseTo(1, 2)
      expect(estimate?.lo95).toBeLessThanOrEqual(final)
      expect(estimate?.hi95).toBeGreaterThanOrEqual(final)
    }
  })

  it('falls back to the stated lag, without estimates, while the history is short', () => {
    const { lag, source, provisional } = completion(rows.slice(-4), { statedLag: 4 })
    expect([lag, source]).toEqual([4, 'stated'])
    expect(provisional.map(({ estimate }) => estimate)).toEqual([null, null, null, null])
  })

  it('estimates nothing from a month where nothing is known yet', () => {
    const pattern = completionPattern(rows)
    if (!pattern.learned) throw new Error(pattern.reason)
    expect(estimateFinal(0, 0, pattern)).toBeNull()
    expect(estimateFinal(500, pattern.steps.length, pattern)).toBeNull()
  })

  it('covers about the stated share of final values, on months that arrive case by case', () => {
    let state = 1
    const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32
    const runs = 400
    let held80 = 0
    let held95 = 0
    for (let run = 0; run < runs; run++) {
      const delays = Array.from({ length: 31 }, () =>
        Array.from({ length: 60 + Math.floor(60 * random()) }, () =>
          [0.7, 0.9, 0.97].findIndex((p) => random() < p),
        ),
      )
      const known = delays.map((cases, i): TriangleRow => ({
        month: addMonths('2020-01', i),
        byAge: Array.from(
          { length: 31 - i },
          (_, age) => cases.filter((delay) => delay >= 0 && delay <= age).length,
        ),
      }))
      const { estimate } = completion(known, { statedLag: 1 }).provisional.find(({ age }) => age === 0) ?? {}
      const final = delays.at(-1)?.filter((delay) => delay >= 0).length ?? NaN
      if (estimate && estimate.lo80 <= final && final <= estimate.hi80) held80++
      if (estimate && estimate.lo95 <= final && final <= estimate.hi95) held95++
    }
    expect(held80 / runs).toBeGreaterThan(0.72)
    expect(held80 / runs).toBeLessThan(0.9)
    expect(held95 / runs).toBeGreaterThan(0.9)
  })

  it('never throws and never gives a range that is not a number', () => {
    const cell = fc.option(fc.oneof(fc.nat(50), fc.double({ noNaN: true, noDefaultInfinity: true })))
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 30 }),
        fc.nat(6),
        (byAges, statedLag) => {
          for (const { estimate } of completion(rowsOf(...byAges), { statedLag }).provisional) {
            if (estimate === null) continue
            expect(Object.values(estimate).every(Number.isFinite)).toBe(true)
            expect(estimate.lo95 <= estimate.lo80 && estimate.lo80 <= estimate.hi80).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('agrees with figures laid out from dated submissions', () => {
    const knowings = Array.from({ length: 14 }, (_, s) => addMonths('2021-03', s)).flatMap((newest, s) =>
      Array.from({ length: s + 1 }, (_, i) => {
        const age = s - i
        return { month: addMonths('2021-03', i), asAt: lastDay(newest), value: [80, 100][age] ?? 100 }
      }),
    )
    const { lag, provisional } = completion(reportingTriangle(knowings), { statedLag: 3 })
    expect(lag).toBe(1)
    expect(provisional).toMatchObject([
      { month: '2022-04', age: 0, known: 80, estimate: { mean: 100, lo95: 100, hi95: 100 } },
    ])
  })
})
