import type { Figure, FigureChart, FigureTable } from '../../../shared/figures/figure.ts'
import type { Collection } from '../collection.ts'
import { shorthand } from '../workbook/shorthand.ts'

/** The figures as JSON: what is said of each, and its table as one object a row. Markers stand in place of numbers. */
export function figureJson({ title, board, made, figures }: Collection): Uint8Array {
  const content = {
    title,
    publisher: board,
    made,
    markers: Object.fromEntries(shorthand.map(({ marker, meaning }) => [marker, meaning])),
    figures: figures.map(figureObject),
  }
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)
}

/** One figure as plain data. */
function figureObject(figure: Figure) {
  const { table, chart, panels, forecast, ...words } = figure
  return {
    ...words,
    rows: rowObjects(table),
    ...(forecast && { forecast: rowObjects(forecast) }),
    chart: chart === null ? null : chartObject(chart),
    ...(panels && { panels: panels.map((panel) => ({ name: panel.name, chart: chartObject(panel.chart) })) }),
  }
}

function chartObject({ months, categories, unit, series }: FigureChart) {
  return {
    categories: months ?? categories,
    unit,
    series: series.map(({ name, values, interval }) => ({
      name,
      values,
      ...(interval ? { interval } : {}),
    })),
  }
}

function rowObjects({ columns, rows }: FigureTable) {
  return rows.map((cells) => Object.fromEntries(columns.map(({ head }, i) => [head, cells[i] ?? null])))
}
