import type { FigureChart, FigureMark, FigureSeries } from '../../../shared/figures/figure.ts'

/** A series as it is drawn: one of the figure's, or the marks of one kind laid over it. */
export interface DrawnSeries extends Omit<FigureSeries, 'role'> {
  readonly role: FigureSeries['role'] | 'mark'
  readonly mark?: FigureMark
}

export interface DrawnChart extends Omit<FigureChart, 'series'> {
  readonly series: readonly DrawnSeries[]
}

/**
 * The chart with one series more for each kind of special mark, over the line: so that all marks of a kind can be
 * restyled at once, the legend names them, and every program shows them alike, which single coloured points are not.
 */
export function drawnChart(chart: FigureChart): DrawnChart {
  const laid = chart.legend.flatMap(({ mark, words }): DrawnSeries[] => {
    if (mark === 'was' || mark === 'forecast') return []
    return chart.series.flatMap(({ marks, values }): DrawnSeries[] =>
      marks?.includes(mark)
        ? [
            {
              name: words,
              role: 'mark',
              mark,
              values: values.map((value, i) => (marks[i] === mark ? value : null)),
              named: false,
            },
          ]
        : [],
    )
  })
  return { ...chart, series: [...chart.series, ...laid] }
}
