import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { auditDisclosure } from '../../../../shared/statistics/suppression/auditDisclosure.ts'
import type {
  PublishedTables,
  PublishedValue,
} from '../../../../shared/statistics/suppression/publishedTables.ts'
import { filled, flat } from './marginTable.ts'

const highs = await loadHighs()

/** One end of one hidden cell by HiGHS integer programming over the whole publication: null = no limit. */
function endByHighs(
  { cells, equations }: PublishedTables,
  id: string,
  options: { least: number; end: 'lo' | 'hi' },
) {
  const names = new Map(Object.keys(cells).map((each, i) => [each, `x${i}`]))
  const name = (each: string) => names.get(each) ?? ''
  const bounds = Object.entries(cells).map(([each, value]) =>
    typeof value === 'number' ? `${name(each)} = ${value}` : `${name(each)} >= ${options.least}`,
  )
  const rows = equations.map(
    ({ total, parts }, i) =>
      `r${i}: ${parts.map((part) => `+ ${name(part)}`).join(' ')} - ${name(total)} = 0`,
  )
  const sense = options.end === 'hi' ? 'Maximize' : 'Minimize'
  const text = [
    sense,
    `obj: ${name(id)}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'General',
    ...names.values(),
    'End',
  ]
  const result = highs.solve(text.join('\n'), { output_flag: false })
  if (result.Status === 'Optimal') return Math.round(result.ObjectiveValue)
  return result.Status === 'Infeasible' ? 'infeasible' : null
}

const tables = fc
  .record({
    shape: fc.constantFrom([2, 2, 2], [2, 3, 2], [3, 3], [2, 4], [3, 2, 2]),
    values: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    hide: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    share: fc.constantFrom(3, 5, 7),
  })
  .map(({ shape, values, hide, share }): PublishedTables => {
    const { cells, equations } = filled(
      shape.map((n, axis) => flat('abc'[axis] ?? '', n)),
      () => values.next().value ?? 0,
    )
    const published = Object.entries(cells).map(([id, { value }]): [string, PublishedValue] => [
      id,
      (hide.next().value ?? 0) < share ? null : value,
    ])
    return { cells: Object.fromEntries(published), equations }
  })

describe('the auditor agrees with HiGHS integer programming', () => {
  it('on both ends of every hidden cell of 60 random tables', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(0, 1), (published, least) => {
        const audit = auditDisclosure(published, { least })
        for (const [id, value] of Object.entries(published.cells)) {
          if (value !== null) continue
          const lo = endByHighs(published, id, { least, end: 'lo' })
          if (lo === 'infeasible') {
            expect(audit.feasible).toBe(false)
            return
          }
          const hi = endByHighs(published, id, { least, end: 'hi' })
          expect(audit.bounds[id], id).toEqual({ lo, hi, exact: lo === hi })
        }
        expect(audit.undecided).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
