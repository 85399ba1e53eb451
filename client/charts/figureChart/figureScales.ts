import type { FigureChart } from '../../../shared/figures/figure.ts'
import { formatNumber, trimmed } from '../../../shared/figures/formatValue.ts'

/** Where things lie in a drawn figure, in pixels. */
export interface FigureScales {
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Whether layers are named at the right; panels have one key for all. */
  readonly keyed: boolean
  /** The middle of a category by its place. */
  readonly along: (place: number) => number
  /** How far a category reaches. */
  readonly step: number
  readonly value: (value: number) => number
  readonly format: (value: number) => string
}

export function figureScales(
  { form, categories, ticks, numberFormat, series }: FigureChart,
  width: number,
  { wanted, panel }: { readonly wanted: number | null; readonly panel: boolean },
): FigureScales {
  const bars = form === 'bars'
  const narrow = width < 660
  const rowHeight = Math.max(26, 20 * series.length + 8)
  // Several rows of bars are told apart by a line of names above them.
  const top = bars ? (series.length > 1 ? 30 : 4) : 26
  const natural = bars ? categories.length * rowHeight + top + 40 : narrow ? 320 : 420
  const height = Math.max(
    wanted ?? natural,
    bars ? Math.min(natural, categories.length * 22 + top + 40) : panel ? 0 : 200,
  )
  const names = Math.max(0, ...categories.map(({ length }) => length))
  const keyed = form === 'stacked' && !panel
  const named = series.some((each) => each.named) || keyed
  const left = bars ? Math.min(narrow ? 140 : 240, names * 7.5 + 12) : 0
  const right = width - (bars ? 60 : named ? (narrow ? 96 : form === 'stacked' ? 204 : 170) : 12)
  const bottom = height - 30
  const low = ticks[0] ?? 0
  const span = (ticks.at(-1) ?? 1) - low || 1
  const [from, to] = bars ? [top, bottom] : [left + (narrow ? 30 : 44), right]
  const step = (to - from) / Math.max(1, categories.length)
  const places = Math.max(0, ...ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0))
  const percent = numberFormat.endsWith('"%"') ? '%' : ''
  return {
    height,
    left,
    right,
    top,
    bottom,
    keyed,
    step,
    along: (place) => from + (place + 0.5) * step,
    value: (value) =>
      bars
        ? left + ((value - low) / span) * (right - left)
        : bottom - ((value - low) / span) * (bottom - top),
    format: (value) => trimmed(formatNumber(value, Math.min(2, places))) + percent,
  }
}
