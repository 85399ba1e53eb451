import { metricById } from '../../../shared/metrics/catalogue.ts'
import { monthOf } from '../../../shared/periods/month.ts'
import type { Signal } from '../../../shared/scrutiny/signal.ts'
import type { PromiseDue } from '../promisesDue.ts'
import { signalId } from './lineSignals.ts'
import type { SignalSource } from './signalSource.ts'

/** Three months past its day, a promise is as late as it gets. */
const longestDays = 90

/** Promises that have fallen due, of the places and measures this reader may see. */
export function promiseSignals(
  promises: readonly PromiseDue[],
  {
    source: { places, metrics },
    today,
    lookedOn,
  }: { readonly source: SignalSource; readonly today: string; readonly lookedOn: string },
): Signal[] {
  return promises.flatMap((promise): Signal[] => {
    const { question, promise: number, text, due, askedOf } = promise
    const place = places.find(({ code, isWhole }) =>
      promise.area === null ? isWhole : code === promise.area,
    )
    const metric = promise.metric === null ? null : metricById(promise.metric)
    if (!place || (metric && !metrics.includes(metric)) || due > today) return []
    const overdueDays = Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000)
    return [
      {
        id: signalId({
          kind: 'promiseDue',
          metric: `question-${question}`,
          place: `promise-${number}`,
          part: null,
          direction: null,
        }),
        metric: metric?.id ?? '',
        place,
        part: null,
        grain: 'month',
        period: monthOf(due),
        direction: null,
        facts: { kind: 'promiseDue', question, promise: number, text, due, askedOf, overdueDays },
        p: null,
        size: Math.min(1, overdueDays / longestDays),
        novelty: due >= lookedOn ? 1 : 0,
        reach: 0,
        evidence: [],
      },
    ]
  })
}
