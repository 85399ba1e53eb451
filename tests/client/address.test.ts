import { describe, expect, it } from 'vitest'
import { readFilters, writeFilters } from '../../shared/series/filtersText.ts'
import { metricQuery, readCompare } from '../../client/address/metricQuery.ts'
import { editionMeant, readEditionSearch } from '../../client/address/editionSearch.ts'
import { publishedSearch } from '../../client/address/publishedSearch.ts'
import { areasQuery, pageQuery, queryKey } from '../../shared/editions/pageQueries.ts'
import { permanentLink } from '../../client/address/permanentLink.ts'
import { readMetricSearch, type MetricSearch } from '../../client/address/metricSearch.ts'
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

describe('the arrangement of the overview', () => {
  it('comes back the same after being written and read, and drops what it does not understand', () => {
    const search = { group: 'aims', sort: '-change', shut: 'early-help,others', since: 'month' } as const
    expect(readOverviewSearch(parseSearch(stringifySearch(search)))).toEqual(search)
    expect(readOverviewSearch({ sort: '--name', shut: '<b>', since: 'ever', group: 'x' })).toEqual({})
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
  const live = { position: 48, edition: null }
  it('names the submission that the figures include', () => {
    expect(permanentLink('http://x:1/metrics/ms.crimes?area=E08000035', live)).toBe(
      'http://x:1/metrics/ms.crimes?area=E08000035&asAt=48',
    )
    expect(permanentLink('http://x:1/metrics/ms.crimes', live)).toBe('http://x:1/metrics/ms.crimes?asAt=48')
  })
  it('leaves an address alone that names one already', () => {
    expect(permanentLink('http://x:1/m?asAt=3', live)).toBe('http://x:1/m?asAt=3')
  })
  it('names the edition that the figures were read from', () => {
    expect(permanentLink('http://x:1/m?area=E08000035', { position: 48, edition: 2 })).toBe(
      'http://x:1/m?area=E08000035&edition=2',
    )
    expect(permanentLink('http://x:1/m?edition=1', { position: 48, edition: 1 })).toBe(
      'http://x:1/m?edition=1',
    )
  })
})

describe('the edition of an address', () => {
  const session = { editions: [], usualEdition: 3 }
  it('is the one it names, else what the reader usually sees', () => {
    expect(editionMeant({ edition: '2' }, session)).toBe(2)
    expect(editionMeant({}, session)).toBe(3)
    expect(editionMeant({}, { editions: [], usualEdition: null })).toBeNull()
  })
  it('is none where the address asks for live figures or for those known at an earlier day', () => {
    expect(editionMeant({ edition: 'live' }, session)).toBeNull()
    expect(editionMeant({ asAt: '7' }, session)).toBeNull()
  })
  it('drops what is no edition', () => {
    expect(readEditionSearch({ edition: '2' })).toEqual({ edition: '2' })
    expect(readEditionSearch({ edition: '0' })).toEqual({})
    expect(readEditionSearch({ edition: '1;drop' })).toEqual({})
  })
})

describe('what an edition stores', () => {
  it('is what its pages ask for', () => {
    const keyOf = (search: MetricSearch) => queryKey(metricQuery('da.crimes', publishedSearch(search)))
    expect(keyOf({})).toBe(queryKey(pageQuery('da.crimes')))
    expect(keyOf({ area: 'E08000035', from: '2024-01', filters: 'kind:crime', basis: 'rate' })).toBe(
      queryKey(pageQuery('da.crimes', 'E08000035')),
    )
    expect(queryKey(areasQuery(metricQuery('da.crimes', {})))).toBe(
      queryKey(areasQuery(pageQuery('da.crimes'))),
    )
  })
})
