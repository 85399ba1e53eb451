import type { Signal, SignalFacts } from '../../../shared/scrutiny/signal.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'

export const whole = { code: westYorkshire.code, name: 'West Yorkshire', isWhole: true } as const
export const leeds = { code: 'E08000035', name: 'Leeds', isWhole: false } as const
export const bradford = { code: 'E08000032', name: 'Bradford', isWhole: false } as const

/** A stretch of four months in which a count rose from 14 to 22. */
export const shift: SignalFacts = {
  kind: 'specialCause',
  length: 4,
  since: '2026-06',
  now: 24,
  after: 22,
  before: 14,
  beforeLength: 50,
}

/** A signal about modern slavery crimes in Leeds unless stated otherwise. */
export function signal(overrides: Partial<Signal> = {}): Signal {
  const { metric = 'ms.crimes', place = leeds, facts = shift, direction = 'up' } = overrides
  return {
    id: [facts.kind, metric, place.code, direction].join('~'),
    metric,
    place,
    part: null,
    grain: 'month',
    period: '2026-09',
    direction,
    facts,
    p: 0.0001,
    size: 0.57,
    novelty: 1,
    reach: 70,
    evidence: [],
    ...overrides,
  }
}
