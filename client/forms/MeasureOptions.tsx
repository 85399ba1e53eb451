import type { Metric } from '../../shared/metrics/metric.ts'
import { themes } from '../../shared/metrics/themes.ts'

export type Measure = Pick<Metric, 'id' | 'name' | 'theme'>

/** Measures to choose from, by theme. */
export function MeasureOptions({ measures }: { measures: readonly Measure[] }) {
  const byTheme = Map.groupBy(measures, ({ theme }) => theme)
  return themes.map(({ id, label }) => {
    const own = byTheme.get(id)
    if (own === undefined) return null
    return (
      <optgroup key={id} label={label}>
        {own.map((measure) => (
          <option key={measure.id} value={measure.id}>
            {measure.name}
          </option>
        ))}
      </optgroup>
    )
  })
}
