import { describe, expect, test } from 'vitest'
import { metricById, metrics } from '../../../shared/metrics/catalogue.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import type { Direction, Signal, SignalFacts } from '../../../shared/scrutiny/signal.ts'
import { alsoWords } from '../../../shared/scrutiny/wording/alsoWords.ts'
import { caveatWords } from '../../../shared/scrutiny/wording/caveatWords.ts'
import { chanceWords } from '../../../shared/scrutiny/wording/chanceWords.ts'
import { findingWords } from '../../../shared/scrutiny/wording/findingWords.ts'
import { questionWords } from '../../../shared/scrutiny/wording/questionWords.ts'
import { monthList } from '../../../shared/scrutiny/wording/spanWords.ts'
import type { Spoken } from '../../../shared/scrutiny/wording/spoken.ts'
import { whyWords } from '../../../shared/scrutiny/wording/whyWords.ts'
import type { Point } from '../../../shared/series/series.ts'
import { bradford, leeds, shift, signal, whole } from './signals.ts'

function spoken(overrides: Partial<Signal> = {}): Spoken {
  const told = signal(overrides)
  return {
    signal: told,
    metric: metricById(told.metric),
    companion: told.facts.kind === 'divergence' ? metricById(told.facts.companion) : null,
    partnership: westYorkshire,
  }
}

const words = (overrides: Partial<Signal> = {}) => {
  const about = spoken(overrides)
  return { finding: findingWords(about), question: questionWords(about), why: whyWords(about) }
}

const yearChange: SignalFacts = {
  kind: 'yearChange',
  now: 70,
  base: 40,
  since: '2026-07',
  length: 3,
  spanned: [],
}
const outlier: SignalFacts = { kind: 'outlier', value: 2.31, others: 1.4, unit: 'rate', per: 100_000 }
const restated: SignalFacts = {
  kind: 'restated',
  was: 36,
  now: 50,
  submission: 13,
  on: '2026-05-13',
  restatement: 'correction',
  reason: null,
  figures: 1,
}
const missing: SignalFacts = {
  kind: 'missingReturn',
  agency: 'Kirklees Council',
  feed: 'returns',
  feedLabel: 'Partner returns',
  months: ['2026-08', '2026-09'],
  dueOn: '2026-11-20',
  overdueDays: 2,
  measures: ['Cases heard at MARAC'],
}
const divergence: SignalFacts = {
  kind: 'divergence',
  companion: 'nrm.referrals',
  length: 4,
  since: '2026-06',
  own: { after: 22, before: 14 },
  other: { after: 9, before: 9 },
  companionDid: 'flat',
}
const target: SignalFacts = {
  kind: 'missedTarget',
  value: 14.2,
  target: 18,
  by: '2026-04',
  reason: 'Board plan 2025',
}
const forecast: SignalFacts = {
  kind: 'forecast',
  now: 18.4,
  target: 18,
  crosses: '2026-12',
  mean: 17.2,
  lower: 16,
  upper: 18.5,
  reason: 'Board plan 2025',
}
const promise: SignalFacts = {
  kind: 'promiseDue',
  question: 3,
  promise: 1,
  text: 'Every district will have a trained lead.',
  due: '2026-10-01',
  askedOf: 'West Yorkshire Police',
  overdueDays: 52,
}

describe('what the figure did', () => {
  test('one month is told against the average before it, several as their own average', () => {
    expect(words({ facts: { ...shift, length: 1, since: '2026-09' } as SignalFacts }).finding).toBe(
      'Modern slavery crimes recorded in Leeds: 24 in September 2026, against an average of 14 a month before',
    )
    expect(words().finding).toBe(
      'Modern slavery crimes recorded in Leeds: an average of 22 a month from June to September 2026, against 14 before',
    )
  })

  test('a share and a median have no “a month”, and days their unit', () => {
    const share = { ...shift, now: 13.4, after: 13, before: 10.8 } as SignalFacts
    expect(words({ metric: 'da.charged', place: whole, facts: share }).finding).toBe(
      'The share of domestic abuse crimes closed with a charge in West Yorkshire: an average of 13.0% from June to September 2026, against 10.8% before',
    )
    const days = { ...shift, length: 1, since: '2026-09', now: 1, before: 12 } as SignalFacts
    expect(words({ metric: 'sa.daysToReport', facts: days }).finding).toContain(': 1 day in September 2026')
  })

  test('a change on last year is a percentage of twenty or more, and a number of fewer', () => {
    expect(words({ facts: yearChange }).finding).toBe(
      'Modern slavery crimes recorded in Leeds: 70 from July to September 2026, 75% more than the 40 of a year before',
    )
    expect(
      words({ direction: 'down', facts: { ...yearChange, now: 5, base: 15 } as SignalFacts }).finding,
    ).toContain('5 from July to September 2026, 10 fewer than a year before')
  })

  test('a part is named with its dimension', () => {
    const part = {
      dimension: 'first_responder_type',
      dimensionLabel: 'First responder type',
      value: 'council',
      name: 'Council',
    }
    expect(words({ metric: 'nrm.referrals', place: whole, part }).finding).toMatch(
      /^Referrals to the National Referral Mechanism \(first responder type: council\) in West Yorkshire:/,
    )
  })

  test('an area is told against the others, with the base of its rate', () => {
    expect(words({ facts: outlier }).finding).toBe(
      'Modern slavery crimes recorded in Leeds: 2.31 per 100,000 residents over the twelve months to September 2026, against 1.40 elsewhere',
    )
  })

  test('a restated figure says what it was and is, and how many others moved with it', () => {
    const december = { period: '2025-12', place: whole, p: null, facts: restated }
    expect(words(december).finding).toBe(
      'Modern slavery crimes recorded in West Yorkshire for December 2025: was 36, is now 50',
    )
    expect(words({ ...december, facts: { ...restated, figures: 2 } as SignalFacts }).finding).toContain(
      'and 1 other figure of this measure changed too',
    )
    expect(words({ ...december, facts: { ...restated, figures: 5 } as SignalFacts }).finding).toContain(
      'and 4 other figures of this measure changed too',
    )
  })

  test('companions apart, targets, missing returns and promises name both sides', () => {
    expect(words({ facts: divergence }).finding).toContain(
      'against 14 before, while referrals to the National Referral Mechanism went from 9 to 9',
    )
    expect(words({ metric: 'da.charged', place: whole, p: null, facts: target }).finding).toContain(
      '14.2% in September 2026; the target is 18.0% from April 2026 on',
    )
    expect(words({ metric: 'da.charged', place: whole, p: null, facts: forecast }).finding).toContain(
      '17.2% by December 2026, and the target is 18.0%',
    )
    expect(words({ metric: 'returns.maracCases', facts: missing }).finding).toBe(
      'No returns from Kirklees Council for August and September 2026; they were due on 20 November 2026',
    )
    expect(words({ metric: '', facts: promise }).finding).toBe(
      'A promise by West Yorkshire Police fell due on 1 October 2026',
    )
  })
})

describe('the question', () => {
  test('of hidden crime asks after harm, reporting and recording alike', () => {
    expect(words().question).toBe(
      'What explains the rise in modern slavery crimes recorded in Leeds since June 2026: more harm, more people coming forward, or a change in how it is found and recorded?',
    )
    expect(words({ direction: 'down' }).question).toContain('less harm, fewer people coming forward')
  })

  test('of a measure with an agreed direction asks for a plan or a lesson', () => {
    const charged = {
      metric: 'da.charged',
      place: whole,
      facts: { ...shift, after: 13, before: 10.8 } as SignalFacts,
    }
    expect(words({ ...charged, direction: 'down' }).question).toMatch(
      /^What lies behind the fall .* by when\?$/,
    )
    expect(words({ ...charged, direction: 'up' }).question).toMatch(
      /will it last, and how can it be kept up\?$/,
    )
    expect(words({ ...charged, place: bradford, direction: 'up' }).question).toMatch(
      /what can the other districts learn from it\?$/,
    )
  })

  test('of an area names the rate, and of a share does not', () => {
    expect(words({ facts: outlier }).question).toContain(
      'the higher rate of modern slavery crimes recorded in Leeds than in the other districts',
    )
    const share = { ...outlier, unit: 'percent', per: null } as SignalFacts
    expect(words({ metric: 'da.repeatVictims', facts: share }).question).toContain(
      'the higher share of victims who',
    )
  })

  test('of companions follows what they are', () => {
    expect(words({ facts: divergence }).question).toMatch(/have not risen with them: is everybody reached/)
    expect(words({ metric: 'event.firstResponders', facts: divergence }).question).toMatch(
      /when is the training expected to show/,
    )
    expect(
      words({
        metric: 'nrm.referrals',
        direction: 'down',
        facts: { ...divergence, companion: 'ms.crimes' } as SignalFacts,
      }).question,
    ).toMatch(
      /^Why have referrals to the National Referral Mechanism in Leeds fallen since June 2026 while modern slavery crimes recorded rose/,
    )
  })

  test('of companions that both count harm, or of help beside harm, asks what that pair can mean', () => {
    const beside = (metric: string, companion: string) =>
      words({ metric, facts: { ...divergence, companion } as SignalFacts }).question
    expect(beside('da.crimes', 'da.incidents')).toMatch(/has recording moved from one to the other/)
    expect(beside('returns.maracCases', 'da.crimes')).toMatch(
      /^Cases heard at MARAC in Leeds have risen since June 2026 and domestic abuse crimes recorded have not risen with them: does more of the same need/,
    )
    expect(beside('da.crimes', 'returns.dvpn')).toMatch(/what holds the second figure back\?$/)
  })

  test('of a restatement, a return, a target and a promise is about what is owed', () => {
    expect(words({ period: '2025-12', facts: restated }).question).toContain('change from 36 to 50')
    expect(words({ metric: 'returns.maracCases', facts: missing }).question).toBe(
      'When will Kirklees Council send its returns for August and September 2026, and what has held them up?',
    )
    expect(words({ metric: 'da.charged', place: whole, facts: target }).question).toContain(
      'below the target of 18.0%',
    )
    expect(words({ metric: 'da.charged', place: whole, facts: forecast }).question).toContain(
      'does not fall below',
    )
    expect(words({ metric: '', facts: promise }).question).toBe(
      'It was promised by 1 October 2026: “Every district will have a trained lead”. Has it been done, and how can the Board see what it changed?',
    )
  })
})

describe('every measure of the catalogue', () => {
  const kinds: readonly SignalFacts[] = [shift, yearChange, outlier, restated]
  const directions: readonly Direction[] = ['up', 'down']
  const told = metrics.flatMap((metric) =>
    kinds.flatMap((facts) =>
      directions.map((direction) => ({ metric, ...words({ metric: metric.id, facts, direction }) })),
    ),
  )

  test('is asked about in a whole sentence that fits the ledger', () => {
    for (const { metric, question, finding } of told) {
      expect(question, metric.id).toMatch(/^[A-Z].*\?$/)
      expect(question.length, question).toBeLessThanOrEqual(600)
      expect(question, metric.id).not.toMatch(/undefined|NaN|null| {2}|\bthe the\b|: :/)
      expect(finding, metric.id).toMatch(/^[A-Z]/)
      expect(finding, metric.id).not.toMatch(/undefined|NaN|null| {2}/)
    }
  })

  test('is never called better or worse, good or bad, unless the Board agreed a direction', () => {
    for (const { metric, question, finding, why } of told) {
      expect(`${question} ${finding}`, metric.id).not.toMatch(
        /\b(better|worse|good|bad|surge|spike|alarming)\b/i,
      )
      if (metric.polarity.direction !== 'neutral') continue
      expect(why, metric.id).not.toMatch(/is better here/)
      expect(question, metric.id).not.toMatch(/will it last|be done about/)
    }
  })
})

describe('what stands beside a question', () => {
  test('chance is told in round odds, and facts have none', () => {
    expect(chanceWords(0.00047)).toBe(
      'Chance alone shows as much in about 1 in 2,000 series in which nothing happens.',
    )
    expect(chanceWords(1e-9)).toContain('fewer than 1 in a million')
    expect(chanceWords(null)).toBe('')
  })

  test('where else it shows is named once, the whole first, and a long list is cut', () => {
    const also = [
      signal({ place: bradford }),
      signal({ place: whole }),
      signal({ place: bradford, facts: yearChange }),
    ]
    expect(alsoWords(signal(), also)).toBe('It shows in West Yorkshire as a whole and Bradford too.')
    expect(alsoWords(signal(), [])).toBe('')
    expect(alsoWords(signal(), [signal({ facts: yearChange })])).toBe(
      'It also stands out against the same months of the year before.',
    )
  })

  test('why names the Board’s own aim, and what is lost without a return', () => {
    expect(words().why).toContain(
      'It bears on the Board’s aim “Modern slavery and exploitation are uncovered”.',
    )
    const kirklees = { code: 'E08000034', name: 'Kirklees', isWhole: false }
    expect(words({ metric: 'returns.maracCases', place: kirklees, facts: missing }).why).toBe(
      'Without them there is no figure of ‘Cases heard at MARAC’ for Kirklees or for West Yorkshire as a whole in these months: a missing month is never counted as zero.',
    )
  })

  test('caveats say small numbers, provisional months, changes of counting and the measure’s own', () => {
    const point = (period: string, value: number, status: Point['status'] = 'final'): Point => ({
      period,
      value,
      numerator: value,
      denominator: null,
      status,
    })
    const points = [point('2026-08', 9), point('2026-09', 11), point('2026-10', 4, 'provisional')]
    const facts = { points, events: [], adjustment: 'perDayAndSeason', areas: 5 } as const
    const caveats = caveatWords(spoken(), facts)
    expect(caveats).toContain('The numbers are small: a few records more or fewer move the figure.')
    expect(caveats).toContain('October 2026 is still provisional and not judged.')
    expect(caveats).toContain('It was judged per day of the month and without its usual season.')
    expect(caveats).toContain('Recorded crime shows where exploitation was found, not how much there is.')
    const noted = {
      month: '2026-05',
      title: 'New recording system',
      kind: 'countingRule',
      detail: '',
      certain: true,
    } as const
    expect(caveatWords(spoken(), { ...facts, events: [noted] })[0]).toBe(
      'Noted about then: New recording system (May 2026).',
    )
    const spanned = { ...yearChange, spanned: ['Extra-crime rule withdrawn'] } as SignalFacts
    expect(caveatWords(spoken({ facts: spanned }), facts)[0]).toContain('extra-crime rule withdrawn')
  })

  test('months are listed as they are said', () => {
    expect(monthList(['2026-08'])).toBe('August 2026')
    expect(monthList(['2026-08', '2026-09'])).toBe('August and September 2026')
    expect(monthList(['2025-11', '2025-12', '2026-01'])).toBe('November 2025 to January 2026')
  })
})

test('the place of a sentence is the area’s own name', () => {
  expect(words({ place: leeds }).finding).toContain('in Leeds')
})
