import { describe, expect, test } from 'vitest'
import { metricById, metrics } from '../../../shared/metrics/catalogue.ts'
import { accountableBody } from '../../../shared/partnership/accountableBody.ts'
import { parsePartnership } from '../../../shared/partnership/partnershipSchema.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'

const leeds = 'E08000035'
const asked = (id: string, area = westYorkshire.code) => {
  const metric = metricById(id)
  if (!metric) throw new Error(id)
  return accountableBody(westYorkshire, { metric, area }).name
}

describe('who is asked in West Yorkshire', () => {
  test('the force about crime, its lead about modern slavery, the Home Office about its own decisions', () => {
    expect(asked('da.crimes')).toBe('West Yorkshire Police')
    expect(asked('ms.crimes')).toBe('West Yorkshire Police’s modern slavery and human trafficking lead')
    expect(asked('nrm.positiveReasonableGrounds')).toBe('the competent authority at the Home Office')
  })

  test('the district’s own partnership about harm there, the force about investigation', () => {
    expect(asked('da.crimes', leeds)).toBe('Leeds community safety partnership')
    expect(asked('da.charged', leeds)).toBe('West Yorkshire Police')
  })

  test('somebody, about every measure everywhere', () => {
    for (const { id } of metrics)
      for (const area of [westYorkshire.code, ...westYorkshire.areas.map(({ code }) => code)])
        expect(asked(id, area), `${id} ${area}`).not.toBe('')
  })
})

test('without a definition the council of the area answers, and the owner for the whole', () => {
  const metric = metricById('da.crimes')
  if (!metric) throw new Error('da.crimes')
  const plain = { code: westYorkshire.code, agencies: westYorkshire.agencies }
  expect(accountableBody(plain, { metric, area: leeds }).name).toBe('Leeds City Council')
  expect(accountableBody(plain, { metric, area: plain.code }).name).toBe(metric.owner)
})

test('a definition is refused that names a measure or an area nobody knows', () => {
  const parsed = parsePartnership(
    JSON.stringify({
      ...westYorkshire,
      accountable: [{ id: 'one', name: 'One', metrics: ['da.nothing'], areas: ['E99'] }],
      targets: [{ metric: 'da.nothing', aim: 'atLeast', value: 3, reason: 'Plan' }],
    }),
  )
  if (parsed.ok) throw new Error('accepted')
  expect(parsed.problems).toEqual(
    expect.arrayContaining([
      'One answers for da.nothing, which no metric is called.',
      'One answers for E99, which is not an area.',
      'A target names the metric da.nothing, which does not exist.',
    ]),
  )
})
