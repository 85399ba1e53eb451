import { expect, test } from 'vitest'
import { areasFinding } from '../../shared/figures/areasFinding.ts'

const partnership = { areaName: 'West Yorkshire', areaNoun: { one: 'district', many: 'districts' } }
const area = (name: string, lower: number, upper: number) => ({
  name,
  point: { value: (lower + upper) / 2, lower, upper },
})
const finding = (...areas: { name: string; point: { value: number | null } }[]) =>
  areasFinding({ measure: 'Rape offences recorded', areas, whole: 1.3, partnership })

test('names the areas whose interval leaves out the whole’s figure, on either side', () => {
  expect(finding(area('Bradford', 1.4, 1.6), area('Calderdale', 1, 1.2), area('Kirklees', 1.1, 1.29))).toBe(
    'Rape offences recorded: higher in Bradford and lower in Calderdale and Kirklees than in West Yorkshire',
  )
  expect(finding(area('Bradford', 1.4, 1.6), area('Leeds', 1.2, 1.4))).toBe(
    'Rape offences recorded: higher in Bradford than in West Yorkshire',
  )
})

test('claims no difference where every interval holds the whole’s figure, and nothing where there is none', () => {
  expect(finding(area('Leeds', 1.2, 1.4))).toBe(
    'Rape offences recorded: no district clearly differs from West Yorkshire',
  )
  expect(finding({ name: 'Leeds', point: { value: 1.4 } })).toBe(
    'Rape offences recorded: each district beside the others',
  )
  expect(finding({ ...area('Leeds', 1.4, 1.6), point: { value: null } })).toBe(
    'Rape offences recorded: each district beside the others',
  )
})
