import { describe, expect, it } from 'vitest'
import { readFilters, writeFilters } from '../../client/address/filtersText.ts'
import { metricQuery, readCompare } from '../../client/address/metricQuery.ts'
import { permanentLink } from '../../client/address/permanentLink.ts'
import { readMetricSearch } from '../../client/address/metricSearch.ts'
import { chosenThemes, readOverviewSearch } from '../../client/address/overviewSearch.ts'
import { parseSearch, stringifySearch } from '../../client/address/searchText.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'

describe('the address of a metric page', () => {
  const search = {
    tab: 'breakdown',
    area: 'E08000035',
    from: '2019-04',
    to: '2026-10',
    grain: 'quarter',
    basis: 'rate',
    compare: 'baseline:2019-04,2020-03',
    breakdown: 'offence_group',
    view: 'stacked',
    filters: 'kind:crime,incident;victim_sex:F',
    asAt: '12',
  } as const

  it('comes back the same after being written and read', () => {
    const text = stringifySearch(search)
    expect(text).toContain('filters=kind:crime,incident;victim_sex:F')
    expect(readMetricSearch(parseSearch(text))).toEqual(search)
  })

  it('drops what it does not understand instead of failing', () => {
    const raw = {
      area: '<script>',
      from: '2019-13',
      grain: 'week',
      compare: 'area:',
      asAt: 'yesterday',
      filters: ':',
    }
    expect(readMetricSearch(raw)).toEqual({})
  })

  it('stands for a query that the server accepts', () => {
    const query = seriesQuerySchema.parse(metricQuery('ms.crimes', search))
    expect(query).toMatchObject({
      areas: ['E08000035'],
      filters: { kind: ['crime', 'incident'], victim_sex: ['F'] },
      compare: { baseline: { from: '2019-04', to: '2020-03' } },
      asAt: 12,
    })
  })

  it('compares with the same period last year unless told otherwise', () => {
    expect(readCompare(undefined)).toBe('samePeriodLastYear')
    expect(readCompare('none')).toBeNull()
    expect(readCompare('area:E08000032')).toEqual({ area: 'E08000032' })
  })
})

describe('filters in an address', () => {
  it('survive codes that hold the signs of the format', () => {
    const filters = { source_category: ['Drugs; other: 50%', 'A,B'] }
    expect(readFilters(writeFilters(filters))).toEqual(filters)
  })
  it('are absent when nothing is chosen', () => {
    expect(writeFilters({ kind: [] })).toBeUndefined()
    expect(readFilters(undefined)).toEqual({})
  })
})

describe('the address of the overview', () => {
  it('names no theme when all are shown', () => {
    expect(readOverviewSearch({ themes: '', months: '3', to: '2026-1' })).toEqual({ months: '3' })
    expect(chosenThemes('sexualAbuse,nothing')).toEqual(['sexualAbuse'])
  })
})

describe('permanentLink', () => {
  it('names the submission that the figures include', () => {
    expect(permanentLink('http://x:1/metrics/ms.crimes?area=E08000035', 48)).toBe(
      'http://x:1/metrics/ms.crimes?area=E08000035&asAt=48',
    )
    expect(permanentLink('http://x:1/metrics/ms.crimes', 48)).toBe('http://x:1/metrics/ms.crimes?asAt=48')
  })
  it('leaves an address alone that names one already', () => {
    expect(permanentLink('http://x:1/m?asAt=3', 48)).toBe('http://x:1/m?asAt=3')
  })
})
