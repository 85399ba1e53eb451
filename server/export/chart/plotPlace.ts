import type { ChartSetting } from './chartSetting.ts'

/** Where the plot lies in its picture, as shares of width and height; labels at the ends of lines need room. */
export function plotRoom({ chart, title, textSize, size }: ChartSetting): {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
} {
  const [width, height] = size
  const longest = Math.max(
    0,
    ...chart.series.filter(({ named, role }) => named && role !== 'value').map(({ name }) => name.length),
  )
  const letters = chart.form === 'bars' ? 8 : Math.min(30, Math.max(14, longest + 6))
  const right = (letters * textSize * 0.52) / width
  const names = Math.min(26, Math.max(0, ...chart.categories.map(({ length }) => length)))
  const left = chart.form === 'bars' ? (names * textSize * 0.52 + 12) / width : (textSize * 5.2) / width
  const lines =
    title === null ? 0 : linesOf(title.text, textSize + 2, width) + linesOf(title.subtitle, textSize, width)
  const top = (textSize * (1.2 + lines * 1.75)) / height
  const legend =
    chart.form === 'lines' ? chart.legend.length > 0 : chart.form === 'bars' && chart.series.length > 1
  const bottom = (textSize * ((chart.form === 'bars' ? 4 : 2.6) + (legend ? 2.4 : 0))) / height
  return { x: left, y: top, width: 1 - left - right, height: 1 - top - bottom }
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
