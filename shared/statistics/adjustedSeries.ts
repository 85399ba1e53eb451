import { monthsPerPeriod, periodsApart } from '../periods/period.ts'
import type { Grain } from '../periods/period.ts'
import type { ControlPoint } from './controlPoint.ts'
import { periodLength } from './perDay.ts'
import { seasonalIndices } from './seasonalIndices.ts'
import type { Season } from './seasonalIndices.ts'

/** A figure made comparable with its neighbours (`y`), and the way back: plain = y × scale + shift. */
export interface AdjustedPoint extends ControlPoint {
  /** The figure as counted: what the chart shows. */
  readonly plain: number | null
  readonly scale: number
  readonly shift: number
}

/** What was taken out of the figures before judging, with a sentence to print beside limits made from them. */
export type Adjustment =
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'perDay'; readonly why: string }
  | { readonly kind: 'perDayAndSeason'; readonly season: Season; readonly why: string }

export interface AdjustedSeries {
  readonly points: readonly AdjustedPoint[]
  readonly adjustment: Adjustment
}

/** Final months a season needs: two whole years of a centred yearly average. */
const seasonMonths = 36

/**
 * A volume series (a count, or a rate of one) as it would be with periods of mean length and, once 36 final months
 * are held, without its usual season. `x` is a period of the grain. The season is learned from final points only,
 * and provisional ones are adjusted by it.
 * Source: DOMAIN, "What may signal": a season of ±10 % fires at one quiet series in five when left in.
 */
export function adjustedSeries(points: readonly ControlPoint[], grain: Grain): AdjustedSeries {
  const lengths = points.map(({ x }) => periodLength(x, grain))
  const daily = points.map(({ y }, i) => (y === null || !Number.isFinite(y) ? null : y / (lengths[i] ?? 1)))
  const { season, origin, why } = seasonOf(points, daily, grain)
  const adjusted = points.map((point, i): AdjustedPoint => {
    const length = lengths[i] ?? 1
    const value = daily[i] ?? null
    const plain = value === null ? null : point.y
    if (season === null) return { ...point, y: value, plain, scale: length, shift: 0 }
    const index = indexAt(season, periodsApart(origin, point.x, grain))
    return season.kind === 'multiplicative'
      ? { ...point, y: value === null ? null : value / index, plain, scale: length * index, shift: 0 }
      : { ...point, y: value === null ? null : value - index, plain, scale: length, shift: length * index }
  })
  return {
    points: adjusted,
    adjustment: season === null ? { kind: 'perDay', why } : { kind: 'perDayAndSeason', season, why },
  }
}

/** Figures that are no volume (a share, a median) as they are: neither the days of a month nor a season move them alike. */
export function plainSeries(points: readonly ControlPoint[]): AdjustedSeries {
  return {
    points: points.map((point) => ({ ...point, plain: point.y, scale: 1, shift: 0 })),
    adjustment: {
      kind: 'none',
      why: 'Judged as they are: this is not a volume, so the length of a month does not move it.',
    },
  }
}

interface SeasonFound {
  readonly season: Season | null
  /** The period whose place in the year is index 0. */
  readonly origin: string
  readonly why: string
}

function seasonOf(
  points: readonly ControlPoint[],
  daily: readonly (number | null)[],
  grain: Grain,
): SeasonFound {
  const perYear = 12 / monthsPerPeriod(grain)
  const origin = points.reduce((first, { x }) => (first === '' || x < first ? x : first), '')
  const perDay = `Judged per day, as if every ${words[grain]} were of mean length`
  if (perYear === 1) return { season: null, origin, why: `${perDay}.` }
  const values: (number | null)[] = []
  for (const [i, { x, excluded }] of points.entries()) {
    if (excluded !== true) values[periodsApart(origin, x, grain)] = daily[i] ?? null
  }
  const consecutive = Array.from(values, (value) => value ?? null)
  const months = consecutive.filter((value) => value !== null).length * monthsPerPeriod(grain)
  if (months < seasonMonths) {
    return {
      season: null,
      origin,
      why: `${perDay}; a season needs ${seasonMonths} final months, ${months} are held.`,
    }
  }
  const season = seasonalIndices(consecutive, perYear)
  if (season === null)
    return { season: null, origin, why: `${perDay}; gaps leave no two whole years to learn a season from.` }
  if (season.kept === 0) return { season: null, origin, why: `${perDay}; no season can be told from chance.` }
  const way =
    season.kind === 'multiplicative'
      ? 'as a share of the level, since every figure is above 0'
      : 'as an amount, since a figure of 0 or below has no share'
  return { season, origin, why: `${perDay}, and without the usual season, taken ${way}.` }
}

function indexAt(season: Season, place: number): number {
  return season.indices[place % season.indices.length] ?? (season.kind === 'multiplicative' ? 1 : 0)
}

const words: Record<Grain, string> = {
  month: 'month',
  quarter: 'quarter',
  financialYear: 'year',
  calendarYear: 'year',
}
