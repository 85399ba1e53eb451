import type { Freshness } from '../../../shared/freshness/freshness.ts'
import { foldSignals, type Event } from '../../../shared/scrutiny/folding.ts'
import { greatestChance } from '../../../shared/scrutiny/lineTests.ts'
import type { Signal } from '../../../shared/scrutiny/signal.ts'
import { falseDiscovery } from '../../../shared/statistics/falseDiscovery.ts'
import { breather } from '../../disclosure/breather.ts'
import type { PromiseDue } from '../promisesDue.ts'
import { divergenceTestsOf } from './divergenceTests.ts'
import { lineTestsOf, type Test } from './lineSignals.ts'
import { missingSignals } from './missingSignals.ts'
import { outlierTestsOf } from './outlierTests.ts'
import { promiseSignals } from './promiseSignals.ts'
import type { Line, SignalSource } from './signalSource.ts'
import { targetSignalsOf } from './targetSignals.ts'

/** At most this share of the signals that rest on chance is expected to be chance. */
export const falseShare = 0.05

export interface SignalsRequest {
  /** Months of new figures: those since the last edition, or one. */
  readonly newMonths: number
  /** How many months ago the figures were last looked at. */
  readonly lookedAt: number
  /** The day from which it is looked at, and that of the last look, YYYY-MM-DD. */
  readonly today: string
  readonly lookedOn: string
  /** What has come from whom; null where the reader is not told. */
  readonly freshness: Freshness | null
  readonly promises: readonly PromiseDue[]
}

/** Everything that stands out, and how much was looked at to find it. */
export interface Signals {
  readonly events: readonly Event[]
  readonly lines: readonly Line[]
  /** Series that could be tested, tests made of them, and how many of those hold out against how many were made. */
  readonly looked: { readonly series: number; readonly tests: number; readonly found: number }
}

/**
 * Every signal in the figures of a source, folded into events and ranked. Tests that rest on chance are raised if their
 * Benjamini–Hochberg value over all tests made is at most 5 % and their own chance at most half a per cent; facts are
 * raised as they are.
 */
export async function signalsOf(source: SignalSource, request: SignalsRequest): Promise<Signals> {
  const annotations = await source.annotations()
  const looking = { newMonths: request.newMonths, lookedAt: request.lookedAt, annotations }
  const byMetric = new Map<string, readonly Line[]>()
  for (const metric of source.metrics) byMetric.set(metric.id, await source.linesOf(metric))
  const lines = [...byMetric.values()].flat()
  const tests: Test[] = []
  let series = 0
  const breathe = breather()
  for (const line of lines) {
    await breathe()
    const own = lineTestsOf(line, looking)
    if (own.length > 0) series++
    tests.push(...own)
    const companions = line.metric.companions.flatMap(
      (id) =>
        byMetric.get(id)?.filter(({ place, part }) => part === null && place.code === line.place.code) ?? [],
    )
    tests.push(...divergenceTestsOf(line, { companions, looking }))
  }
  for (const own of byMetric.values())
    tests.push(...outlierTestsOf(own, { partnership: source.partnership, lookedAt: request.lookedAt }))
  const facts: Signal[] = lines.flatMap((line) =>
    targetSignalsOf(line, { partnership: source.partnership, lookedAt: request.lookedAt }),
  )
  for (const metric of source.metrics) facts.push(...(await source.restatedOf(metric)))
  if (request.freshness)
    facts.push(...missingSignals(request.freshness, { source, lines, lookedOn: request.lookedOn }))
  facts.push(
    ...promiseSignals(request.promises, { source, today: request.today, lookedOn: request.lookedOn }),
  )
  const found = raised(tests)
  return {
    events: foldSignals([...found, ...facts]),
    lines,
    looked: { series, tests: tests.length, found: found.length },
  }
}

/** The signals of the tests that hold out against how many were made. */
function raised(tests: readonly Test[]): Signal[] {
  const adjusted = falseDiscovery(tests.map(({ p }) => p))
  return tests.flatMap(({ p, raise }, i) =>
    raise && p <= greatestChance && (adjusted[i] ?? 1) <= falseShare ? [raise()] : [],
  )
}
