import { chartsOf } from './chartsOf.ts'
import type { ChangedValue } from './citation.ts'
import type { Figure, FigureSeries } from './figure.ts'
import { forecastMarker } from './pointMarker.ts'

/** Figures themselves; averages and limits move whenever a figure does. */
const compared: readonly FigureSeries['role'][] = ['value', 'part', 'before']

/** Which values of a figure say something else in another answer to the same question, matched by name. */
export function changedValues(was: Figure, now: Figure): ChangedValue[] {
  const held = new Map<string, number | null>()
  for (const { series, category, value } of valuesOf(now)) held.set(JSON.stringify([series, category]), value)
  return valuesOf(was).flatMap(({ series, category, value }): ChangedValue[] => {
    const other = held.get(JSON.stringify([series, category])) ?? null
    return other === value ? [] : [{ series, category, was: value, now: other }]
  })
}

function valuesOf(figure: Figure) {
  return chartsOf(figure).flatMap(({ name: panel, chart }) =>
    chart.series
      .filter(({ role }) => compared.includes(role))
      .flatMap(({ name, values, markers }) =>
        values.flatMap((value, i) =>
          // What was only forecast has not been restated when it comes to be recorded.
          markers?.[i] === forecastMarker
            ? []
            : [
                {
                  series: panel === null ? name : `${panel}, ${name}`,
                  // A marker behind a name says that it has no figure, and is no part of the name.
                  category: (chart.categories[i] ?? '').replace(/ \[[a-z]\]$/, ''),
                  value,
                },
              ],
        ),
      ),
  )
}
