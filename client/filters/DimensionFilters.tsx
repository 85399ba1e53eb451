import { useQuery } from '@tanstack/react-query'
import type { Code, Field } from '../../shared/feeds/feed.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import { readFilters, writeFilters } from '../../shared/series/filtersText.ts'
import type { MetricSearch } from '../address/metricSearch.ts'
import { api } from '../trpc.ts'

const flags: readonly Code[] = [
  { code: 'true', label: 'Yes' },
  { code: 'false', label: 'No' },
]

interface Props {
  readonly search: MetricSearch
  readonly metric: Metric
  readonly onChoose: (change: Partial<MetricSearch>) => void
}

/** Counts only records with the chosen values. Every dimension lists its whole code list. */
export function DimensionFilters({ search, metric, onChoose }: Props) {
  const feed = useQuery(api.feeds.queryOptions()).data?.find(({ id }) => id === metric.feed)
  const filters = readFilters(search.filters)
  const fields = (feed?.fields ?? []).filter(({ name }) => metric.breakdowns.includes(name))
  const toggle = (dimension: string, code: string, on: boolean) => {
    const before = filters[dimension] ?? []
    const after = on ? [...before, code] : before.filter((each) => each !== code)
    onChoose({ filters: writeFilters({ ...filters, [dimension]: after }) })
  }
  return (
    <>
      {fields.map((field) => (
        <details
          key={field.name}
          className="group"
          open={filters[field.name] !== undefined || fields.length === 1}
        >
          <summary>
            {field.label}
            {filters[field.name] !== undefined && ` (${filters[field.name]?.length ?? 0} chosen)`}
          </summary>
          <fieldset>
            <legend className="sr">{field.label}</legend>
            {codesOf(field).map(({ code, label }) => (
              <label className="opt" key={code}>
                <input
                  type="checkbox"
                  checked={filters[field.name]?.includes(code) === true}
                  onChange={(event) => toggle(field.name, code, event.target.checked)}
                />
                {label}
              </label>
            ))}
          </fieldset>
        </details>
      ))}
      {search.filters !== undefined && (
        <div className="row">
          <button type="button" className="btn" onClick={() => onChoose({ filters: undefined })}>
            All records
          </button>
        </div>
      )}
    </>
  )
}

function codesOf(field: Field): readonly Code[] {
  switch (field.type.kind) {
    case 'code':
    case 'codes':
      return field.type.codes
    case 'flag':
      return flags
    case 'reference':
    case 'date':
    case 'area':
    case 'integer':
    case 'number':
    case 'label':
      return []
  }
}
