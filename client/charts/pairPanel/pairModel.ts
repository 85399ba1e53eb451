import { timeTicks, type TimeTick } from '../../../shared/figures/timeTicks.ts'
import type { Grain } from '../../../shared/periods/period.ts'
import { linePath } from '../axis/linePath.ts'

export interface PairLine {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** Which of them may still change. */
  readonly provisional: readonly boolean[]
}

interface Source {
  readonly lines: readonly PairLine[]
  readonly periods: readonly string[]
  readonly grain: Grain
  readonly stacked: boolean
}

interface Frame {
  readonly width: number
  readonly height: number
  /** The values of the axis that all panels share. */
  readonly ticks: readonly number[]
}

const inset = { left: 26, right: 6, top: 16, bottom: 24 }

/** One path a line: drawn as a stroke, or filled as its layer of the stack. A period that lacks any part has no bar. */
export function pairModel({ lines, periods, grain, stacked }: Source, { width, height, ticks }: Frame) {
  const step = (width - inset.left - inset.right) / Math.max(1, periods.length)
  const x = (index: number) => inset.left + (index + 0.5) * step
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const y = (value: number) =>
    height - inset.bottom - ((value - low) / (high - low || 1)) * (height - inset.top - inset.bottom)
  const every = Math.max(1, Math.floor((width - inset.left) / 52))
  return {
    paths: stacked
      ? layers(lines, periods.length).map((bars) => bars.map((bar) => barPath(bar, { x, y, step })).join(''))
      : lines.map(({ values }) =>
          linePath(
            values.map((value, at) => (value === null ? null : ([round(x(at)), round(y(value))] as const))),
          ),
        ),
    provisional: stacked
      ? []
      : lines.flatMap(({ values, provisional }) =>
          values.flatMap((value, at) =>
            value === null || provisional[at] !== true ? [] : [{ x: round(x(at)), y: round(y(value)) }],
          ),
        ),
    yTicks: ticks.map((value) => ({ value, y: round(y(value)) })),
    xTicks: thinned(timeTicks(periods, grain), every).map((tick) => ({
      x: round(x(tick.x)),
      label: tick.label,
    })),
  }
}

interface Bar {
  readonly at: number
  readonly from: number
  readonly to: number
}

function layers(lines: readonly PairLine[], count: number): Bar[][] {
  const whole = Array.from({ length: count }, (_, i) => lines.every(({ values }) => values[i] != null))
  const reached = Array.from({ length: count }, () => 0)
  return lines.map(({ values }) =>
    values.flatMap((value, at): Bar[] => {
      if (value === null || whole[at] !== true) return []
      const from = reached[at] ?? 0
      reached[at] = from + value
      return value === 0 ? [] : [{ at, from, to: from + value }]
    }),
  )
}

interface Scales {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly step: number
}

function barPath({ at, from, to }: Bar, { x, y, step }: Scales): string {
  const width = Math.max(1, step * 0.86)
  return `M${round(x(at) - width / 2)} ${round(y(from))}h${round(width)}V${round(y(to))}h${round(-width)}Z`
}

function thinned(ticks: readonly TimeTick[], most: number): TimeTick[] {
  const every = Math.ceil(ticks.length / most)
  return ticks.filter((_, index) => (ticks.length - 1 - index) % every === 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
