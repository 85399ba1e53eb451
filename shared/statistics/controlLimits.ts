/** Natural process limits (three sigma) and near limits (two sigma) of a segment; null where undefined. */
export interface ControlLimits {
  readonly lpl: number | null
  readonly upl: number | null
  readonly nlpl: number | null
  readonly nupl: number | null
}

/** What a segment without limits carries. */
export const noLimits: ControlLimits = { lpl: null, upl: null, nlpl: null, nupl: null }

/** 3 / d2 for ranges of two, as published: 2.66, not 2.6596. */
const limitFactor = 2.66
const nearFactor = (2 * limitFactor) / 3

/**
 * The XmR limits, mean ∓ 2.66 × mean moving range, and the near limits at two thirds of that, never clamped at
 * 0 or 100: a mean of 10 and a mean moving range of 2 give 4.68 to 15.32. Null when either part is missing.
 * Source: Wheeler, Understanding Variation (1993).
 */
export function controlLimits(mean: number | null, meanMR: number | null): ControlLimits {
  if (mean === null || meanMR === null) return noLimits
  const limits = {
    lpl: mean - limitFactor * meanMR,
    upl: mean + limitFactor * meanMR,
    nlpl: mean - nearFactor * meanMR,
    nupl: mean + nearFactor * meanMR,
  }
  return Number.isFinite(limits.lpl) && Number.isFinite(limits.upl) ? limits : noLimits
}
