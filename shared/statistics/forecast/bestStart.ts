import type { EtsForm, EtsParameters, EtsState } from './etsModel.ts'
import { etsForecasts } from './replayEts.ts'

/**
 * The starting state that fits best under given smoothing parameters, for models without multiplication: their
 * errors are straight-line functions of the start, so least squares finds it outright instead of a search over
 * a dozen unknowns. Seasons add up to 0. Null when the equations cannot be solved.
 *
 * values [10, 10, 10] with any alpha and no trend: level 10.
 */
export function bestStart(
  values: readonly number[],
  form: EtsForm,
  { parameters, frequency }: { parameters: EtsParameters; frequency: number },
): EtsState | null {
  const units = unitStarts(form, frequency)
  const nothing = values.map(() => 0)
  // A start's forecasts of an empty series are, but for sign, its share in every error.
  const shares = units.map((start) => etsForecasts(nothing, form, { parameters, start }))
  const plain = etsForecasts(values, form, { parameters, start: combined(units, []) })
  const errors = values.map((value, t) => value - (plain[t] ?? 0))
  // Symmetric: the half below the diagonal says all.
  const matrix = shares.map((a, i) => shares.slice(0, i + 1).map((b) => dot(a, b)))
  const amounts = solved(
    matrix,
    shares.map((share) => dot(share, errors)),
  )
  return amounts === null ? null : combined(units, amounts)
}

function unitStarts({ trend, season }: EtsForm, frequency: number): EtsState[] {
  const flat = season === 'N' ? [] : Array.from({ length: frequency }, () => 0)
  const units: EtsState[] = [{ level: 1, slope: 0, seasons: flat }]
  if (trend !== 'N') units.push({ level: 0, slope: 1, seasons: flat })
  for (let i = 1; i < flat.length; i++)
    units.push({ level: 0, slope: 0, seasons: flat.with(0, -1).with(i, 1) })
  return units
}

function combined(units: readonly EtsState[], amounts: readonly number[]): EtsState {
  const sum = (part: (unit: EtsState) => number) =>
    units.reduce((all, unit, i) => all + (amounts[i] ?? 0) * part(unit), 0)
  return {
    level: sum((unit) => unit.level),
    slope: sum((unit) => unit.slope),
    seasons: units[0]?.seasons.map((_, k) => sum((unit) => unit.seasons[k] ?? 0)) ?? [],
  }
}

/** Solves a symmetric positive system, given up to its diagonal, by Cholesky's method, steadied by a trace of ridge. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] | null {
  const size = right.length
  const largest = matrix.reduce((most, row, i) => Math.max(most, row[i] ?? 0), 0)
  const lower = matrix.map((row) => row.map(() => 0))
  const get = (i: number, j: number) => lower[i]?.[j] ?? 0
  for (let i = 0; i < size; i++) {
    const row = lower[i] ?? []
    for (let j = 0; j <= i; j++) {
      let sum = (matrix[i]?.[j] ?? 0) + (i === j ? 1e-12 * largest : 0)
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * get(j, k)
      if (i === j && !(sum > 0)) return null
      row[j] = i === j ? Math.sqrt(sum) : sum / get(j, j)
    }
  }
  const forward: number[] = []
  for (let i = 0; i < size; i++) {
    const known = forward.reduce((sum, value, k) => sum + get(i, k) * value, 0)
    forward.push(((right[i] ?? 0) - known) / get(i, i))
  }
  const answer = right.map(() => 0)
  for (let i = size - 1; i >= 0; i--) {
    let sum = forward[i] ?? 0
    for (let k = i + 1; k < size; k++) sum -= get(k, i) * (answer[k] ?? 0)
    answer[i] = sum / get(i, i)
  }
  return answer
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
