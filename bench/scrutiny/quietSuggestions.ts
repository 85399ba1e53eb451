import { daysInMonth } from '../../shared/periods/month.ts'
import { addMonths } from '../../shared/periods/month.ts'
import {
  greatestChance,
  specialCauseOf,
  yearChangeOf,
  type JudgedLine,
} from '../../shared/scrutiny/lineTests.ts'
import { falseDiscovery } from '../../shared/statistics/falseDiscovery.ts'
import { judgedSeries, type CountedPoint } from '../../shared/statistics/judgedSeries.ts'

const months = 36
/** Months at whose end each series is looked at: the last year of it, as it grows. */
const looks = 12
const falseShare = 0.05

/** How often series in which nothing happens raise a suggestion, as a share of those judged. */
export interface QuietSuggestions {
  readonly series: number
  /** By month of the last year, newest last: each series looked at by itself, which nothing else makes stricter. */
  readonly alone: readonly number[]
  /** The same with all of them looked at together, as an installation's series are. */
  readonly together: readonly number[]
}

/**
 * Draws quiet series of 36 months of the kinds that partners send (few and many events, with and without a yearly wave,
 * independent or twice as scattered, and shares), and looks at each as a page would at the end of every month of its
 * last year. `random` gives numbers from 0 up to 1.
 */
export function quietSuggestions(series: number, random: () => number): QuietSuggestions {
  const drawn = Array.from({ length: series }, (_, i) => quietLine(i, random))
  const alone: number[] = []
  const together: number[] = []
  for (let end = months - looks + 1; end <= months; end++) {
    const tests = drawn.map(({ points, measure }) => testsOf(points.slice(0, end), measure))
    const judged = tests.filter((own) => own.length > 0)
    const raised = (chances: readonly Chance[]) =>
      chances.some(({ p, raises }) => raises && p <= greatestChance)
    alone.push(judged.filter(raised).length / Math.max(1, judged.length))
    const adjusted = falseDiscovery(judged.flat().map(({ p }) => p))
    let place = 0
    const held = judged.filter((own) => raised(own.filter(() => (adjusted[place++] ?? 1) <= falseShare)))
    together.push(held.length / Math.max(1, judged.length))
  }
  return { series, alone, together }
}

interface QuietLine {
  readonly measure: 'count' | 'share'
  readonly points: readonly CountedPoint[]
}

interface Chance {
  readonly p: number
  readonly raises: boolean
}

const levels = [8, 30, 90, 400, 2000] as const
const waves = [0, 0.05, 0.1] as const

function quietLine(place: number, random: () => number): QuietLine {
  const first = addMonths('2016-01', Math.floor(random() * 12))
  const level = levels[place % levels.length] ?? 90
  if (place % 4 === 3) return { measure: 'share', points: shares(first, level + 30, random) }
  const wave = waves[place % waves.length] ?? 0
  const dispersion = place % 2 === 0 ? 1 : 2
  const points = Array.from({ length: months }, (_, i): CountedPoint => {
    const x = addMonths(first, i)
    const season = 1 + wave * Math.sin((2 * Math.PI * Number(x.slice(5, 7))) / 12)
    return { x, y: scattered((level / 30.4) * daysInMonth(x) * season, dispersion, random) }
  })
  return { measure: 'count', points }
}

/** Shares of three in ten of a number that varies by chance itself. */
function shares(first: ReturnType<typeof addMonths>, level: number, random: () => number): CountedPoint[] {
  return Array.from({ length: months }, (_, i) => {
    const of = Math.max(1, scattered(level, 1, random))
    let count = 0
    for (let each = 0; each < of; each++) if (random() < 0.3) count++
    return { x: addMonths(first, i), y: (count / of) * 100, count, of }
  })
}

function testsOf(points: readonly CountedPoint[], measure: QuietLine['measure']): Chance[] {
  const judged = judgedSeries(points, {
    profile: 'Making Data Count',
    direction: 'neutral',
    grain: 'month',
    measure: measure === 'count' ? 'volume' : 'other',
  })
  if (judged.kind === 'refused') return []
  const parts = new Map(points.map((point) => [point.x, point]))
  const line: JudgedLine = {
    points: judged.points,
    adjustment: judged.adjustment,
    grain: 'month',
    measure,
    partsOf(period) {
      const { y = null, count = null } = parts.get(period) ?? {}
      return y === null || count === null || y === 0
        ? null
        : { numerator: count, denominator: Math.round((count / y) * 100) }
    },
  }
  return [specialCauseOf(line, { newPeriods: 1 }), yearChangeOf(line)].flatMap((found) =>
    found ? [{ p: found.p, raises: found.finding !== null }] : [],
  )
}

/** A count about a mean with so many times the variance of independent events: a Poisson count of a gamma mean. */
function scattered(mean: number, dispersion: number, random: () => number): number {
  return poisson(dispersion > 1 ? gamma(mean / (dispersion - 1), random) * (dispersion - 1) : mean, random)
}

function poisson(mean: number, random: () => number): number {
  // Waiting times add up without the underflow of their product.
  let count = -1
  for (let waited = 0; waited < mean; count++) waited -= Math.log(1 - random())
  return count
}

/** Marsaglia and Tsang (2000), for shapes of 1 and above. */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
