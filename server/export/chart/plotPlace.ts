import type { ChartSetting } from './chartSetting.ts'

/** Whether a chart is one of several beside each other, with no room at its right. */
export function isSmall({ size }: Pick<ChartSetting, 'size'>): boolean {
  return size[0] < 320
}

/** Where the plot lies in its picture, as shares of width and height; labels at the ends of lines need room. */
export function plotRoom(setting: ChartSetting): {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
} {
  const { chart, title, textSize, size } = setting
  const [width, height] = size
  const longest = Math.max(
    0,
    ...chart.series.filter(({ named, role }) => named && role !== 'value').map(({ name }) => name.length),
  )
  const bare = isSmall(setting) || (chart.form === 'lines' && !chart.series.some(({ named }) => named))
  const letters = chart.form === 'bars' ? 8 : bare ? 2 : Math.min(30, Math.max(14, longest + 6))
  const right = (letters * textSize * 0.52) / width
  const names = Math.min(26, Math.max(0, ...chart.categories.map(({ length }) => length)))
  const left = chart.form === 'bars' ? (names * textSize * 0.52 + 12) / width : (textSize * 5.2) / width
  const lines =
    title === null ? 0 : linesOf(title.text, textSize + 2, width) + linesOf(title.subtitle, textSize, width)
  const top = (textSize * (1.2 + lines * 1.75)) / height
  const bottom = (textSize * ((chart.form === 'bars' ? 4 : 2.6) + legendLines(setting))) / height
  return { x: left, y: top, width: 1 - left - right, height: 1 - top - bottom }
}

/** How many lines of text the legend below takes. */
function legendLines(setting: ChartSetting): number {
  const { chart, textSize, size } = setting
  const { form, series, legend } = chart
  if (form === 'bars') return series.length > 1 ? 2.4 : 0
  const unnamed = series.filter(({ role, named }) => role === 'part' && !named)
  const below = form === 'lines' || isSmall(setting) ? unnamed : []
  if (below.length === 0) return form === 'lines' && legend.length > 0 ? 2.4 : 0
  const letters = below.reduce((sum, { name }) => sum + name.length + 9, 0)
  return 0.8 + 1.6 * Math.ceil((letters * textSize * 0.55) / size[0])
}

function linesOf(text: string, points: number, width: number): number {
  return Math.ceil((text.length * points * 0.6) / width)
}

/** The same as the chart says it. */
export function plotPlace(setting: ChartSetting): string {
  const { x, y, width, height } = plotRoom(setting)
  const part = (name: string, value: number) => `<c:${name} val="${value.toFixed(4)}"/>`
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${part('x', x)}${part('y', y)}${part('w', width)}${part('h', height)}</c:manualLayout></c:layout>`
}
