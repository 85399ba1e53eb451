import { shareFault, ratioFault } from './interval.ts'
import { overdispersion } from './overdispersion.ts'
import type { Overdispersion } from './overdispersion.ts'
import { rateCurve, shareLimits } from './funnelCurve.ts'
import type { FunnelLimits, RateCurvePoint } from './funnelCurve.ts'
import { countLimits } from './rateInterval.ts'

/** One area's parts; null where hidden or missing. */
export interface FunnelInput {
  readonly area: string
  readonly numerator: number | null
  readonly denominator: number | null
}

/** Whether an area differs from the average by more than chance: beyond 99.8 % (0.001) or 95 % (0.025) limits. */
export type FunnelSignificance =
  | 'High (0.001)'
  | 'High (0.025)'
  | 'Low (0.001)'
  | 'Low (0.025)'
  | 'Not significant'

export interface FunnelArea {
  readonly area: string
  readonly numerator: number
  readonly denominator: number
  readonly value: number
  readonly significance: FunnelSignificance
  /** A share's limits at this area's denominator; a rate's limits are the curve. */
  readonly limits: FunnelLimits | null
}

/** Areas against their common average. */
export interface Funnel {
  readonly kind: 'funnel'
  readonly statistic: 'rate' | 'proportion'
  /** All events over all denominators, not the mean of the areas' figures; in the figure's unit. */
  readonly average: number
  readonly areas: readonly FunnelArea[]
  /** For rates: where the limits of each area's number of events lie. */
  readonly curve: readonly RateCurvePoint[]
  readonly leftOut: readonly { readonly area: string; readonly reason: string }[]
  /** Null with fewer than two areas, or an average at which nothing can vary. */
  readonly overdispersion: Overdispersion | null
  /** Fewer than ten areas: a picture of a few areas rather than a funnel, to be said beside it. */
  readonly thin: boolean
}

/** Why there is no funnel, as a sentence. */
export interface FunnelRefusal {
  readonly kind: 'refused'
  readonly reason: string
}

const thinBelow = 10

/**
 * A funnel of areas: which differ from the average of all by more than chance would explain, at 95 % and 99.8 %.
 * Areas without usable parts are left out with a reason; refused when none remains.
 * Source: Spiegelhalter (2005); shares by the Wilson interval turned round, rates by the area's own exact or Byar's
 * interval, as PHEindicatormethods 2.1.0.
 */
export function funnel(
  statistic: 'rate' | 'proportion',
  inputs: readonly FunnelInput[],
  multiplier: number,
): Funnel | FunnelRefusal {
  const fault = statistic === 'rate' ? ratioFault : shareFault
  const usable: { area: string; numerator: number; denominator: number }[] = []
  const leftOut: { area: string; reason: string }[] = []
  for (const { area, numerator, denominator } of inputs) {
    const parts = { numerator: numerator ?? NaN, denominator: denominator ?? NaN, multiplier }
    const reason = fault(parts)
    if (reason === null) usable.push({ area, numerator: parts.numerator, denominator: parts.denominator })
    else leftOut.push({ area, reason })
  }
  if (usable.length === 0) return { kind: 'refused', reason: 'No area has a figure to compare.' }

  const sum = (of: 'numerator' | 'denominator') => usable.reduce((total, area) => total + area[of], 0)
  const average = sum('numerator') / sum('denominator')
  const areas = usable.map((area): FunnelArea => {
    const share = area.numerator / area.denominator
    const limits = statistic === 'rate' ? null : shareLimits(average, area.denominator)
    return {
      ...area,
      value: share * multiplier,
      significance: limits === null ? rateSignificance(area, average) : significance(share, limits),
      limits: limits && clipped(limits, multiplier),
    }
  })
  return {
    kind: 'funnel',
    statistic,
    average: average * multiplier,
    areas,
    curve:
      statistic === 'rate'
        ? rateCurve(
            usable.map((area) => area.numerator),
            { average, multiplier },
          )
        : [],
    leftOut,
    overdispersion: overdispersion(statistic, usable),
    thin: usable.length < thinBelow,
  }
}

function significance(value: number, limits: FunnelLimits): FunnelSignificance {
  if (value > limits.upper998) return 'High (0.001)'
  if (value < limits.lower998) return 'Low (0.001)'
  if (value > limits.upper95) return 'High (0.025)'
  if (value < limits.lower95) return 'Low (0.025)'
  return 'Not significant'
}

function rateSignificance(
  { numerator, denominator }: { numerator: number; denominator: number },
  average: number,
): FunnelSignificance {
  const expected = average * denominator
  for (const [confidence, beyond] of [
    [0.998, '0.001'],
    [0.95, '0.025'],
  ] as const) {
    const { lower, upper } = countLimits(numerator, confidence)
    if (expected < lower) return `High (${beyond})`
    if (expected > upper) return `Low (${beyond})`
  }
  return 'Not significant'
}

function clipped({ lower95, upper95, lower998, upper998 }: FunnelLimits, multiplier: number): FunnelLimits {
  const clip = (share: number) => Math.min(1, Math.max(0, share)) * multiplier
  return {
    lower95: clip(lower95),
    upper95: clip(upper95),
    lower998: clip(lower998),
    upper998: clip(upper998),
  }
}
