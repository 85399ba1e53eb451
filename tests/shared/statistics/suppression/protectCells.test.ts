import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { auditDisclosure } from '../../../../shared/statistics/suppression/auditDisclosure.ts'
import { leastHidden } from '../../../../shared/statistics/suppression/primarySuppression.ts'
import { publishedWith } from '../../../../shared/statistics/suppression/protectableTables.ts'
import { protectCells } from '../../../../shared/statistics/suppression/protectCells.ts'
import { filled, flat } from './marginTable.ts'

interface ProtectCase {
  id: string
  kind: string
  name: string
  options: { threshold: number; suppressZero: boolean; columnTotals: boolean; attacker: { min: 0 | 1 } }
  input: { table: number[][] }
  expected: {
    primaryCells: string[]
    primaryTotals: string[]
    primaryAloneSafe: boolean
    minSecondary: number
    examplePattern: { cells: number[][] }
    exampleBounds: Record<string, unknown>
  }
}

const fixture = new URL('../../../fixtures/suppression.json', import.meta.url)
const cases = (JSON.parse(readFileSync(fixture, 'utf8')) as { cases: ProtectCase[] }).cases.filter(
  (each) => each.kind === 'protect',
)

function tablesOf({ options, input }: ProtectCase) {
  const columns = input.table[0]?.length ?? 0
  return filled([flat('r', input.table.length, options.columnTotals), flat('c', columns)], (id) => {
    const [row = '', column = ''] = id.split('|')
    return input.table[Number(row.slice(1)) - 1]?.[Number(column.slice(1)) - 1] ?? NaN
  })
}

const fixtureId = (id: string) => id.replace('|', '')

describe(`protection passes ${cases.length} reference cases`, () => {
  it.each(cases)('$id $name', (each) => {
    const { options, expected } = each
    const tables = tablesOf(each)
    const { hidden, exposed } = protectCells(tables, options)
    const which = (reason: string) =>
      [...hidden].flatMap(([id, why]) => (why === reason ? [fixtureId(id)] : []))

    expect(exposed).toEqual([])
    expect(which('primary').toSorted()).toEqual(
      [...expected.primaryCells, ...expected.primaryTotals].toSorted(),
    )
    expect(which('secondary').length).toBeLessThanOrEqual(expected.minSecondary + 2)
    expect(leastHidden(options)).toBe(options.attacker.min)
    const published = publishedWith(tables, hidden)
    expect(auditDisclosure(published, { least: options.attacker.min })).toMatchObject({
      feasible: true,
      safe: true,
    })
    for (const [id, { value }] of Object.entries(tables.cells)) {
      if (hidden.has(id))
        expect(value !== 0 || options.suppressZero, `${id} is a zero that is always shown`).toBe(true)
      else expect(published.cells[id]).toBe(value)
    }
    const primaryOnly = new Set([...hidden].flatMap(([id, why]) => (why === 'primary' ? [id] : [])))
    const alone = auditDisclosure(publishedWith(tables, primaryOnly), { least: options.attacker.min })
    expect(alone.safe).toBe(expected.primaryAloneSafe)
  })
})
