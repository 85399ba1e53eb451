import type { Figure, FigureChart } from './figure.ts'

/** The charts of a figure: its one chart without a name, or its panels; none where there is nothing to draw. */
export function chartsOf({ chart, panels }: Pick<Figure, 'chart' | 'panels'>): readonly {
  readonly name: string | null
  readonly chart: FigureChart
}[] {
  if (panels) return panels
  return chart === null ? [] : [{ name: null, chart }]
}
