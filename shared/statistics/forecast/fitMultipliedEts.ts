import type { EtsForm, EtsState } from './etsModel.ts'
import type { EtsEstimate } from './fitPlainEts.ts'
import { quasiNewton } from './quasiNewton.ts'
import { etsLikelihood } from './replayEts.ts'
import { smoothingCount, smoothingFrom } from './smoothingRange.ts'

/**
 * Fits a form that multiplies by maximum likelihood, searching parameters and start together from the estimate
 * of the same form with everything added. Values should be of about unit size and above 0; null when no fit is
 * finite.
 */
export function fitMultipliedEts(
  values: readonly number[],
  form: EtsForm,
  plain: EtsEstimate,
): EtsEstimate | null {
  const smooth = smoothingCount(form)
  const { level, slope, seasons } = plain.start
  const firstSeasons =
    form.season === 'M' ? seasons.map((each) => Math.max(0.05, 1 + each / Math.max(level, 0.1))) : seasons
  const startOf = (free: readonly number[]): EtsState => {
    const rest = free.slice(smooth)
    const base = rest.shift() ?? 0
    const incline = form.trend === 'N' ? 0 : (rest.shift() ?? 0)
    if (form.season === 'N') return { level: base, slope: incline, seasons: [] }
    const balance = (form.season === 'M' ? rest.length + 1 : 0) - rest.reduce((sum, each) => sum + each, 0)
    return { level: base, slope: incline, seasons: [balance, ...rest] }
  }
  const height = (free: readonly number[]) => {
    const start = startOf(free)
    if (form.season === 'M' && start.seasons.some((each) => each <= 0)) return Infinity
    return -etsLikelihood(values, form, { parameters: smoothingFrom(free, form), start })
  }
  const balanced = form.season === 'M' ? rescaledSeasons(firstSeasons) : firstSeasons
  const tail = [level, ...(form.trend === 'N' ? [] : [slope]), ...balanced.slice(1)]
  // From the very edge of a range the search hardly moves, so it may begin a little inside.
  const opening = [plain.free, plain.free.map((each) => Math.max(-4, Math.min(2, each)))]
    .map((free) => [...free, ...tail])
    .toSorted((a, b) => height(a) - height(b))
    .at(0)
  const best = quasiNewton(height, opening ?? [])
  if (!Number.isFinite(best.value)) return null
  return { free: best.at, parameters: smoothingFrom(best.at, form), start: startOf(best.at) }
}

function rescaledSeasons(seasons: readonly number[]): number[] {
  const mean = seasons.reduce((sum, each) => sum + each, 0) / seasons.length
  return seasons.map((each) => each / mean)
}
