import { describe, expect, it } from 'vitest'
import { dimensionsOf, feedById, findField } from '../../../shared/feeds/feeds.ts'
import type { FeedId } from '../../../shared/feeds/feed.ts'
import { calendar, calendarOf, changesBetween } from '../../../shared/metrics/calendar.ts'
import { metricById, metrics } from '../../../shared/metrics/catalogue.ts'
import type { Condition, FieldValue, Measure, Part } from '../../../shared/metrics/metric.ts'
import { themes } from '../../../shared/metrics/themes.ts'

interface Use {
  readonly feed: FeedId
  readonly field: string
  readonly kinds?: readonly string[]
  readonly values?: readonly FieldValue[]
}

function usesOfCondition(feed: FeedId, condition: Condition | undefined): Use[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap((one) => usesOfCondition(feed, one))
  if ('any' in condition) return condition.any.flatMap((one) => usesOfCondition(feed, one))
  if ('not' in condition) return usesOfCondition(feed, condition.not)
  if ('daysOver' in condition)
    return [condition.from, condition.to].map((field) => ({ feed, field, kinds: ['date'] }))
  if ('has' in condition) return [{ feed, field: condition.field, kinds: ['codes'], values: condition.has }]
  if ('in' in condition) return [{ feed, field: condition.field, values: condition.in }]
  if ('is' in condition) return [{ feed, field: condition.field, values: [condition.is] }]
  return [{ feed, field: condition.field }]
}

function usesOfPart(metricFeed: FeedId, part: Part): Use[] {
  const feed = part.feed ?? metricFeed
  const field = part.field
  return [
    ...(field === undefined
      ? []
      : [{ feed, field, ...(part.of === 'sum' && { kinds: ['integer', 'number'] }) }]),
    ...(part.date === undefined ? [] : [{ feed, field: part.date, kinds: ['date'] }]),
    ...usesOfCondition(feed, part.where),
  ]
}

function usesOf(feed: FeedId, measure: Measure): Use[] {
  switch (measure.kind) {
    case 'additive':
      return usesOfPart(feed, measure)
    case 'distinct':
      return usesOfPart(feed, { ...measure, of: 'distinct' })
    case 'ratio':
      return [...usesOfPart(feed, measure.numerator), ...usesOfPart(feed, measure.denominator)]
    case 'median':
      return [
        ...[measure.from, measure.to, ...(measure.date === undefined ? [] : [measure.date])].map((field) => ({
          feed,
          field,
          kinds: ['date'],
        })),
        ...usesOfCondition(feed, measure.where),
      ]
    case 'meanGain':
      return [
        ...[measure.before, measure.after].map((field) => ({ feed, field, kinds: ['number'] })),
        { feed, field: measure.weight, kinds: ['integer'] },
        ...usesOfCondition(feed, measure.where),
      ]
    case 'repeatVictims':
      return [{ feed, field: measure.victim, kinds: ['reference'] }, ...usesOfCondition(feed, measure.where)]
  }
}

const ids = [
  'records.supplied crime.recorded',
  'da.demand da.incidents da.crimes da.repeatVictims da.charged da.victimDoesNotSupport da.stalkingHarassment',
  'da.coerciveControl da.honourBased da.victims16to17',
  'sa.rape sa.otherSexual sa.childSexualAbuse sa.childSexualExploitation sa.charged sa.victimDoesNotSupport sa.daysToReport',
  'ms.crimes nrm.referrals nrm.children nrm.ukNationals nrm.countyLines nrm.dutyToNotify',
  'nrm.positiveReasonableGrounds nrm.daysToReasonableGrounds nrm.perHundredCrimes',
  'intel.submissions intel.fromPartners intel.developed intel.modernSlavery intel.exploitation',
  'event.held event.attendances event.agencies event.firstResponders event.takeUp event.confidenceGain',
].flatMap((line) => line.split(' '))

describe('catalogue', () => {
  it('holds every metric of the first set under its id', () => {
    expect(ids.filter((id) => metricById(id) === null)).toEqual([])
    expect(metricById('da.unheardOf')).toBeNull()
  })

  it('gives every metric an id of its own and a theme that is shown', () => {
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
    const shown = new Set(themes.map(({ id }) => id))
    expect(metrics.filter(({ theme }) => !shown.has(theme))).toEqual([])
  })

  it.each(metrics.map((metric) => [metric.id, metric] as const))(
    '%s refers only to fields and codes that exist',
    (_, metric) => {
      const uses = [...usesOf(metric.feed, metric.measure), ...usesOfCondition(metric.feed, metric.needs)]
      for (const use of uses) {
        const field = findField(feedById[use.feed], use.field)
        expect(field, `${use.feed}.${use.field}`).not.toBeNull()
        const { type } = field!
        if (use.kinds !== undefined) expect(use.kinds).toContain(type.kind)
        for (const value of use.values ?? []) {
          if (type.kind === 'code' || type.kind === 'codes')
            expect(type.codes.map(({ code }) => code)).toContain(value)
          if (type.kind === 'flag') expect(typeof value).toBe('boolean')
          if (type.kind === 'integer') expect(typeof value).toBe('number')
        }
      }
    },
  )

  it('breaks metrics down only by dimensions of their feed', () => {
    for (const { id, feed, breakdowns } of metrics) {
      const dimensions = dimensionsOf(feedById[feed]).map(({ name }) => name)
      expect(dimensions, id).toEqual(expect.arrayContaining([...breakdowns]))
      expect(new Set(breakdowns).size, id).toBe(breakdowns.length)
    }
  })

  it('names only companions that exist, never the metric itself', () => {
    for (const { id, companions } of metrics) {
      expect(companions.filter((companion) => companion === id || metricById(companion) === null)).toEqual([])
    }
  })

  it('judges no count of hidden crime, intelligence or referrals, and says why of every direction', () => {
    const neutral = metrics.filter(({ unit, theme }) => unit === 'count' && theme !== 'partnership')
    expect(neutral.filter(({ polarity }) => polarity.direction !== 'neutral').map(({ id }) => id)).toEqual([])
    expect(metrics.filter(({ polarity }) => polarity.reason.length < 30)).toEqual([])
  })

  it('judges what the board agreed to judge', () => {
    const direction = (wanted: string) =>
      metrics.filter(({ polarity }) => polarity.direction === wanted).map(({ id }) => id)
    expect(direction('up').toSorted()).toEqual([
      'da.charged',
      'event.confidenceGain',
      'event.takeUp',
      'sa.charged',
    ])
    expect(direction('down').toSorted()).toEqual([
      'da.repeatVictims',
      'da.victimDoesNotSupport',
      'nrm.daysToReasonableGrounds',
      'sa.daysToReport',
      'sa.victimDoesNotSupport',
    ])
  })

  it('waits as long as each feed needs before a figure is final', () => {
    const lags = (prefix: string) =>
      new Set(metrics.filter(({ id }) => id.startsWith(prefix)).map((metric) => metric.provisionalLag))
    expect(lags('nrm.')).toEqual(new Set([3]))
    expect(lags('intel.')).toEqual(new Set([1]))
    expect(lags('event.')).toEqual(new Set([1]))
    expect(metricById('da.crimes')?.provisionalLag).toBe(1)
    for (const id of ['da.charged', 'da.victimDoesNotSupport', 'sa.charged', 'sa.victimDoesNotSupport']) {
      expect(metricById(id)?.provisionalLag).toBe(4)
    }
  })

  it('places outcomes by the date they were closed and never counts an open case among the closed', () => {
    for (const id of ['da.charged', 'sa.charged', 'da.victimDoesNotSupport', 'sa.victimDoesNotSupport']) {
      const measure = metricById(id)!.measure
      if (measure.kind !== 'ratio') throw new Error(`${id} is no ratio`)
      expect([measure.numerator.date, measure.denominator.date]).toEqual(['outcome_date', 'outcome_date'])
      const outcomes = usesOfPart('crime', measure.denominator).find(
        ({ field }) => field === 'outcome_type',
      )?.values
      expect(outcomes).toHaveLength(25)
      expect(outcomes).not.toContain('0')
    }
  })

  it('gives rates to counts only', () => {
    expect(metrics.filter(({ unit, ratePer }) => unit !== 'count' && ratePer !== null)).toEqual([])
  })

  it('shows about twenty headlines, crime itself among them', () => {
    const headlines = metrics.filter(({ headline }) => headline)
    expect(headlines.length).toBeGreaterThanOrEqual(18)
    expect(headlines.length).toBeLessThanOrEqual(26)
    expect(headlines.map(({ id }) => id)).toContain('crime.recorded')
  })
})

describe('calendar', () => {
  it('runs in order of time and touches only metrics that exist', () => {
    const months = calendar.map(({ month }) => month)
    expect(months.toSorted()).toEqual(months)
    for (const event of calendar) {
      expect(
        metrics.some(({ id }) => calendarOf(id).includes(event)),
        event.title,
      ).toBe(true)
      for (const pattern of event.metrics.filter((one) => !one.endsWith('*')))
        expect(metricById(pattern), pattern).not.toBeNull()
    }
  })

  it('marks what was not checked at its source', () => {
    expect(calendar.filter(({ certain }) => !certain).map(({ month }) => month)).toEqual([
      '2015-12',
      '2021-10',
      '2022-01',
      '2023-01',
      '2023-05',
      '2023-07',
    ])
  })

  it('warns of a change that a comparison spans, and only of that', () => {
    const titles = (from: string, to: string) =>
      changesBetween('da.stalkingHarassment', from, to).map(({ title }) => title)
    expect(titles('2018-03', '2018-04')).toEqual([
      'Course of conduct recorded in addition; repeat-victim flag',
    ])
    expect(titles('2018-04', '2019-04')).toEqual([])
    expect(titles('2020-03', '2020-04')).toEqual(['Former partner’s conduct presumed stalking'])
    expect(changesBetween('event.held', '2020-02', '2020-03').map(({ kind }) => kind)).toEqual(['lockdown'])
  })
})
