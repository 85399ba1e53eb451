import { useId } from 'react'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { MetricSearch } from '../address/metricSearch.ts'
import { formatNumber } from '../../shared/figures/formatValue.ts'

const grains = [
  { value: undefined, label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'financialYear', label: 'Financial year (April to March)' },
  { value: 'calendarYear', label: 'Calendar year' },
] as const
const transforms = [
  { value: undefined, label: 'Each period by itself' },
  { value: 'rolling12', label: 'Rolling 12 months' },
  { value: 'yearToDate', label: 'Financial year to date' },
] as const

interface Props {
  readonly search: MetricSearch
  readonly metric: Metric | undefined
  readonly onChoose: (change: Partial<MetricSearch>) => void
}

/** What one point is: how long a period, by itself or running, as a count or a rate. */
export function ShownAs({ search, metric, onChoose }: Props) {
  const id = useId()
  return (
    <>
      <fieldset>
        <legend>One point is a</legend>
        {grains.map(({ value, label }) => (
          <label className="opt" key={label}>
            <input
              type="radio"
              name={`${id}-grain`}
              checked={search.grain === value}
              onChange={() =>
                onChoose({ grain: value, ...(value === undefined ? {} : { transform: undefined }) })
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Added up over</legend>
        {transforms.map(({ value, label }) => (
          <label className="opt" key={label}>
            <input
              type="radio"
              name={`${id}-transform`}
              checked={search.transform === value}
              onChange={() =>
                onChoose({ transform: value, ...(value === undefined ? {} : { grain: undefined }) })
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      {metric?.ratePer != null && (
        <fieldset>
          <legend>As a</legend>
          <label className="opt">
            <input
              type="radio"
              name={`${id}-basis`}
              checked={search.basis === undefined}
              onChange={() => onChoose({ basis: undefined })}
            />
            Count
          </label>
          <label className="opt">
            <input
              type="radio"
              name={`${id}-basis`}
              checked={search.basis === 'rate'}
              onChange={() => onChoose({ basis: 'rate' })}
            />
            Rate per {formatNumber(metric.ratePer)} residents
          </label>
        </fieldset>
      )}
    </>
  )
}

/** The present choice in a few words: "Monthly", "Rolling 12 months, rate". */
export function shownWords({ grain, transform, basis }: MetricSearch): string {
  const words =
    transform === 'rolling12'
      ? 'Rolling 12 months'
      : transform === 'yearToDate'
        ? 'Year to date'
        : grain === 'quarter'
          ? 'Quarterly'
          : grain === 'financialYear'
            ? 'Financial years'
            : grain === 'calendarYear'
              ? 'Calendar years'
              : 'Monthly'
  return basis === 'rate' ? `${words}, rate` : words
}
