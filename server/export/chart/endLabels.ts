import { spreadLabels } from '../../../shared/figures/spreadLabels.ts'
import type { ChartSetting } from './chartSetting.ts'
import { plotRoom } from './plotPlace.ts'

/** The label at the end of a line: beside which of its points, and how far it is moved, as shares of width and height. */
export interface EndLabel {
  readonly at: number
  /** To the end of the plot, where other lines go on. */
  readonly along: number
  readonly down: number
}

/** Labels of lines that end close together are moved apart, as on the screen; null where a series has none. */
export function endLabels(setting: ChartSetting): (EndLabel | null)[] {
  const { chart, size, textSize } = setting
  if (chart.form !== 'lines') return chart.series.map(() => null)
  const room = plotRoom(setting)
  const low = chart.ticks[0] ?? 0
  const high = chart.ticks.at(-1) ?? 1
  const ends = chart.series.flatMap(({ named, values }, index) => {
    const at = values.findLastIndex((value) => value !== null)
    const value = values[at]
    if (!named || value == null) return []
    const natural = room.y + room.height * (1 - (value - low) / (high - low))
    return [{ index, at, natural, y: natural }]
  })
  // Programs break a long label into two lines.
  const lines = chart.series.some(({ named, role, name }) => named && role === 'part' && name.length > 16)
    ? 2
    : 1
  const gap = (textSize * 1.3 * lines) / size[1]
  const placed = new Map(
    spreadLabels(ends, gap, [room.y, room.y + room.height]).map((label) => [label.index, label]),
  )
  return chart.series.map((_, index) => {
    const label = placed.get(index)
    if (!label) return null
    const left = chart.categories.length - 1 - label.at
    return {
      at: label.at,
      along: (room.width * left) / chart.categories.length,
      down: label.y - label.natural,
    }
  })
}
