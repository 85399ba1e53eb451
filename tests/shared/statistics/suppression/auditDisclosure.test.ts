import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { auditDisclosure } from '../../../../shared/statistics/suppression/auditDisclosure.ts'
import type { CellBounds } from '../../../../shared/statistics/suppression/auditDisclosure.ts'
import type { PublishedTables } from '../../../../shared/statistics/suppression/publishedTables.ts'

interface Expected {
  feasible: boolean
  safe: boolean
  exact: string[]
  bounds: Record<string, CellBounds>
}

interface AuditCase {
  id: string
  kind: string
  name: string
  input: PublishedTables
  expected: { nonNegative: Expected; atLeastOne: Expected }
}

const fixture = new URL('../../../fixtures/suppression.json', import.meta.url)
const cases = (JSON.parse(readFileSync(fixture, 'utf8')) as { cases: AuditCase[] }).cases.filter(
  (each) => each.kind === 'audit',
)

describe(`the auditor agrees with ${cases.length} reference cases`, () => {
  it.each(cases)('$id $name', ({ input, expected }) => {
    for (const [least, want] of [
      [0, expected.nonNegative],
      [1, expected.atLeastOne],
    ] as const) {
      const { feasible, safe, exact, bounds } = auditDisclosure(input, { least })
      expect({ feasible, safe, exact: exact.toSorted(), bounds }).toEqual({
        ...want,
        exact: want.exact.toSorted(),
      })
      const quick = auditDisclosure(input, { least, depth: 'variation' })
      expect([quick.feasible, quick.safe, quick.exact]).toEqual([feasible, safe, exact])
    }
  })
})
