import { funnel, type FunnelInput } from '../../../shared/statistics/funnel.ts'
import { rateCurve, shareLimits } from '../../../shared/statistics/funnelCurve.ts'
import { linePath } from '../axis/linePath.ts'
import { niceTicks } from '../../../shared/figures/niceTicks.ts'

export interface FunnelRequest {
  readonly statistic: 'rate' | 'proportion'
  readonly multiplier: number
  readonly areas: readonly (FunnelInput & { readonly name: string })[]
}

interface Frame {
  readonly width: number
  readonly height: number
}

export interface FunnelModel {
  readonly band: string
  readonly lines: readonly string[]
  readonly average: { readonly y: number; readonly value: number }
  readonly points: readonly {
    readonly name: string
    readonly x: number
    readonly y: number
    readonly beyond: boolean
    readonly labelled: boolean
  }[]
  readonly xTicks: readonly { readonly x: number; readonly value: number }[]
  readonly yTicks: readonly { readonly y: number; readonly value: number }[]
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number }
  readonly thin: boolean
}

const steps = 48
const mostLabelled = 12

/** The areas by size and figure, between the limits that chance alone would keep them in; null where there is none. */
export function funnelModel(request: FunnelRequest, { width, height }: Frame): FunnelModel | null {
  const { statistic, multiplier, areas } = request
  const judged = funnel(statistic, areas, multiplier)
  if (judged.kind === 'refused' || judged.average <= 0) return null
  const sizes = judged.areas.map(({ denominator }) => denominator)
  const range: [number, number] = [Math.min(...sizes) * 0.7, Math.max(...sizes) * 1.12]
  const limits = limitsOver(range, { statistic, multiplier, average: judged.average / multiplier })
  const held = [...judged.areas.map(({ value }) => value), ...limits.upper998.map(([, value]) => value)]
  const ticks = niceTicks(0, Math.max(...held), { most: 5 })
  const plot = { left: 44, right: width - 96, top: 14, bottom: height - 40 }
  const top = ticks.at(-1) ?? 1
  const x = (size: number) =>
    round(plot.left + ((size - range[0]) / (range[1] - range[0])) * (plot.right - plot.left))
  const y = (value: number) => round(plot.bottom - (Math.min(value, top) / top) * (plot.bottom - plot.top))
  const drawn = (points: readonly (readonly [number, number])[]) =>
    points.map(([size, value]) => [x(size), y(value)] as const)
  const names = new Map(areas.map(({ area, name }) => [area, name]))
  return {
    band: `${linePath([...drawn(limits.upper95), ...drawn(limits.lower95).toReversed()])}Z`,
    lines: [linePath(drawn(limits.upper998)), linePath(drawn(limits.lower998))],
    average: { y: y(judged.average), value: judged.average },
    points: judged.areas.map(({ area, denominator, value, significance }) => {
      const beyond = significance.endsWith('(0.001)')
      return {
        name: names.get(area) ?? area,
        x: x(denominator),
        y: y(value),
        beyond,
        labelled: beyond || judged.areas.length <= mostLabelled,
      }
    }),
    xTicks: niceTicks(range[0], range[1], { most: 4 })
      .filter((value) => value >= range[0] && value <= range[1])
      .map((value) => ({ value, x: x(value) })),
    yTicks: ticks.map((value) => ({ value, y: y(value) })),
    plot,
    thin: judged.thin,
  }
}

type Limit = 'lower95' | 'upper95' | 'lower998' | 'upper998'

function limitsOver(
  [from, to]: [number, number],
  {
    statistic,
    multiplier,
    average,
  }: { statistic: 'rate' | 'proportion'; multiplier: number; average: number },
): Record<Limit, (readonly [number, number])[]> {
  const names = ['lower95', 'upper95', 'lower998', 'upper998'] as const
  if (statistic === 'proportion') {
    const places = Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps)
    return fromEntries(names, (name) =>
      places.map((size) => [size, clip(shareLimits(average, size)[name]) * multiplier] as const),
    )
  }
  // The limits of a count lie where its population would make it just as unlikely, so counts well beyond both ends.
  const [least, most] = [Math.max(1, Math.floor(average * from * 0.3)), Math.ceil(average * to * 2) + 12]
  const counts = [
    ...new Set(
      Array.from({ length: steps * 2 + 1 }, (_, i) => Math.round(least + ((most - least) * i) / (steps * 2))),
    ),
  ]
  const curve = rateCurve(counts, { average, multiplier })
  return fromEntries(names, (name) =>
    curve
      .flatMap((point) => {
        const place = point[name]
        return place === null ? [] : [[place.population, place.rate] as const]
      })
      .filter(([population]) => population >= from && population <= to),
  )
}

function fromEntries<T>(names: readonly Limit[], of: (name: Limit) => T): Record<Limit, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Limit, T>
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
