import { etsName, parameterCount } from './etsModel.ts'
import type { EtsForm, EtsParameters, EtsState } from './etsModel.ts'
import { fitMultipliedEts } from './fitMultipliedEts.ts'
import { fitPlainEts } from './fitPlainEts.ts'
import type { EtsEstimate } from './fitPlainEts.ts'
import { replayEts } from './replayEts.ts'
import type { EtsReplay } from './replayEts.ts'

/** A fitted model: what it estimated, how it ran, and its score (Akaike's, corrected: lower is better). */
export interface EtsFit extends EtsReplay {
  form: EtsForm
  parameters: EtsParameters
  start: EtsState
  sigma2: number
  aicc: number
}

export interface EtsFitOptions {
  frequency: number
  /** Kept between the forms of one series, since several begin from the same plain fit. */
  plainFits?: Map<string, EtsEstimate>
}

/**
 * Fits one form by maximum likelihood. Forms without multiplication search only the smoothing parameters, with
 * the best start found outright for each; the others search everything, from there. Null when there are too few
 * values for so many unknowns, when multiplication meets values that are not above 0, or when no fit is finite.
 */
export function fitEts(
  values: readonly number[],
  form: EtsForm,
  { frequency, plainFits = new Map() }: EtsFitOptions,
): EtsFit | null {
  const unknowns = parameterCount(form, frequency)
  if (values.length - unknowns - 2 <= 0) return null
  const multiplies = form.error === 'M' || form.season === 'M'
  if (multiplies && values.some((value) => value <= 0)) return null
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length
  if (!(size > 0) || !Number.isFinite(size)) return null
  // About unit size, so that one step length suits every series.
  const scaled = values.map((value) => value / size)
  const plainForm = asPlain(form)
  const plain = plainFits.get(etsName(plainForm)) ?? fitPlainEts(scaled, plainForm, frequency)
  if (plain === null) return null
  plainFits.set(etsName(plainForm), plain)
  const found = multiplies ? fitMultipliedEts(scaled, form, plain) : plain
  if (found === null) return null
  const { parameters } = found
  const start = resized(found.start, size, form)
  const replay = replayEts(values, form, { parameters, start })
  const sigma2 = replay.sse / (values.length - unknowns)
  const counted = unknowns + 1
  const aicc =
    -2 * replay.logLikelihood + 2 * counted + (2 * counted * (counted + 1)) / (values.length - counted - 1)
  if (!Number.isFinite(aicc) || !Number.isFinite(sigma2)) return null
  return { ...replay, form, parameters, start, sigma2, aicc }
}

/** The same form with everything added: where the search over a multiplying form begins. */
function asPlain({ trend, season }: EtsForm): EtsForm {
  return { error: 'A', trend, season: season === 'N' ? 'N' : 'A' }
}

function resized({ level, slope, seasons }: EtsState, size: number, form: EtsForm): EtsState {
  return {
    level: level * size,
    slope: slope * size,
    seasons: form.season === 'M' ? seasons : seasons.map((each) => each * size),
  }
}
