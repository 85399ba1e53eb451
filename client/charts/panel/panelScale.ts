import { timeTicks, type TimeTick } from '../../../shared/figures/timeTicks.ts'
import type { Grain } from '../../../shared/periods/period.ts'

export interface PanelSize {
  readonly width: number
  readonly height: number
  /** The values of the axis that all panels share. */
  readonly ticks: readonly number[]
}

/** Where the axes of a panel have their marks. */
export interface PanelAxes {
  readonly xTicks: readonly TimeTick[]
  readonly yTicks: readonly { readonly y: number; readonly value: number }[]
}

const inset = { left: 26, right: 6, top: 16, bottom: 24 }
const roomForLabel = 52

/** Where periods and values lie in one panel of several on one scale: `step` is the width of a period. */
export function panelScale(
  { periods, grain }: { readonly periods: readonly string[]; readonly grain: Grain },
  { width, height, ticks }: PanelSize,
) {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const step = (width - inset.left - inset.right) / Math.max(1, periods.length)
  const x = (index: number) => inset.left + (index + 0.5) * step
  const y = (value: number) =>
    height - inset.bottom - ((value - low) / (high - low || 1)) * (height - inset.top - inset.bottom)
  const most = Math.max(1, Math.floor((width - inset.left) / roomForLabel))
  const axes: PanelAxes = {
    xTicks: thinned(timeTicks(periods, grain), most).map(({ x: at, label }) => ({ x: tenth(x(at)), label })),
    yTicks: ticks.map((value) => ({ y: tenth(y(value)), value })),
  }
  return { x, y, step, axes }
}

/** To a tenth of a pixel: finer is not seen and makes paths long. */
export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

/** At most so many, evenly, the newest among them. */
function thinned(ticks: readonly TimeTick[], most: number): TimeTick[] {
  const every = Math.ceil(ticks.length / most)
  return ticks.filter((_, index) => (ticks.length - 1 - index) % every === 0)
}
