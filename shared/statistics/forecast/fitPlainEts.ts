import { bestStart } from './bestStart.ts'
import type { EtsForm, EtsParameters, EtsState } from './etsModel.ts'
import { nelderMead } from './nelderMead.ts'
import type { Minimum } from './nelderMead.ts'
import { etsLikelihood } from './replayEts.ts'
import { smoothingCount, smoothingFrom } from './smoothingRange.ts'

/** What a search found: the unbounded numbers behind the smoothing parameters, the parameters, and the start. */
export interface EtsEstimate {
  free: readonly number[]
  parameters: EtsParameters
  start: EtsState
}

/**
 * Fits a form without multiplication by maximum likelihood: only the smoothing parameters are searched, with the
 * best start found outright for each. Null when no start can be found.
 */
export function fitPlainEts(values: readonly number[], form: EtsForm, frequency: number): EtsEstimate | null {
  const height = (free: readonly number[]) => {
    const parameters = smoothingFrom(free, form)
    const start = bestStart(values, form, { parameters, frequency })
    return start === null ? Infinity : -etsLikelihood(values, form, { parameters, start })
  }
  const best = openings(form)
    .map((at): Minimum => ({ at, value: height(at) }))
    .toSorted((a, b) => a.value - b.value)
    .slice(0, 2)
    .map(({ at }) => nelderMead(height, at, { step: 1.5, tolerance: 1e-8, most: 90 + 30 * at.length }))
    .toSorted((a, b) => a.value - b.value)
    .at(0)
  if (best === undefined) return null
  const parameters = smoothingFrom(best.at, form)
  const start = bestStart(values, form, { parameters, frequency })
  return start === null ? null : { free: best.at, parameters, start }
}

/** Slow, middling and quick smoothing, in every mixture. */
function openings(form: EtsForm): number[][] {
  const alphas = [-4, -1, 1.5]
  const others = Array.from({ length: Math.min(2, smoothingCount(form) - 1) }, () => [-4, 0])
  const mixtures = others.reduce<number[][]>(
    (all, list) => all.flatMap((head) => list.map((each) => [...head, each])),
    alphas.map((alpha) => [alpha]),
  )
  return form.trend === 'Ad' ? mixtures.map((each) => [...each, 1].slice(0, smoothingCount(form))) : mixtures
}
