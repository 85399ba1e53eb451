import { addMonths, daysInMonth } from '../shared/periods/month.ts'
import { controlChart } from '../shared/statistics/controlChart.ts'
import type { ControlProfileName } from '../shared/statistics/controlProfile.ts'
import { judgedSeries } from '../shared/statistics/judgedSeries.ts'

/** A kind of series in which nothing happens: how long, how large its yearly wave, and by which rules it is judged. */
export interface QuietCase {
  readonly profile: ControlProfileName
  readonly months: number
  /** The wave's height as a share of the level: 0.1 is ±10 %. */
  readonly season: number
}

/** The share of quiet series whose latest month shows a signal, as counted and as judged. */
export interface QuietRate {
  readonly asCounted: number
  readonly asJudged: number
}

/**
 * Draws series of Poisson counts about 3 a day, with a yearly wave, and counts those whose variation icon is not
 * common. `random` gives numbers from 0 up to 1, so that a run can be repeated.
 */
export function quietRate(
  { profile, months, season }: QuietCase,
  series: number,
  random: () => number,
): QuietRate {
  let [asCounted, asJudged] = [0, 0]
  for (let i = 0; i < series; i++) {
    const points = quietMonths(months, season, random)
    const counted = controlChart(points, { profile, direction: 'neutral' })
    if (counted.kind === 'chart' && counted.variationIcon !== 'common') asCounted++
    const judged = judgedSeries(points, { profile, direction: 'neutral', grain: 'month', measure: 'volume' })
    if (judged.kind === 'judged' && judged.chart.variationIcon !== 'common') asJudged++
  }
  return { asCounted: asCounted / series, asJudged: asJudged / series }
}

/** Random numbers that repeat with the seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Monthly counts about 3 a day in which nothing happens but a yearly wave of this height. */
export function quietMonths(
  months: number,
  season: number,
  random: () => number,
): { x: string; y: number }[] {
  // The latest month falls anywhere in the year.
  const first = addMonths('2016-01', Math.floor(random() * 12))
  return Array.from({ length: months }, (_, i) => {
    const x = addMonths(first, i)
    const wave = 1 + season * Math.sin((2 * Math.PI * Number(x.slice(5, 7))) / 12)
    return { x, y: poisson(3 * daysInMonth(x) * wave, random) }
  })
}

function poisson(mean: number, random: () => number): number {
  let count = -1
  for (let waited = 0; waited < mean; count++) waited -= Math.log(1 - random())
  return count
}

if (import.meta.main) {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const random = seeded(20261121)
  for (const profile of ['NHSRplotthedots', 'Making Data Count'] as const) {
    for (const months of [24, 36, 60]) {
      for (const season of [0, 0.05, 0.1, 0.2]) {
        const { asCounted, asJudged } = quietRate({ profile, months, season }, 1000, random)
        process.stdout.write(
          `${profile}, ${months} months, season ±${season * 100} %: fires in ${percent(asCounted)} as counted, ` +
            `${percent(asJudged)} as judged\n`,
        )
      }
    }
  }
}
