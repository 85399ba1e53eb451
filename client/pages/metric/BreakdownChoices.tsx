import '../../styles/choices.css'
import { useNavigate } from '@tanstack/react-router'
import type { MetricSearch } from '../../address/metricSearch.ts'
import { OptionGroup } from '../../forms/OptionGroup.tsx'

interface Props {
  readonly search: MetricSearch
  /** The dimensions that a second one can be chosen from. */
  readonly others: readonly { readonly name: string; readonly label: string }[]
  /** Whether the parts add up, so that a share and a rest mean something. */
  readonly additive: boolean
  /** Over time, or against a second dimension; a change over a year shows every part. */
  readonly explored: boolean
}

const tops = ['3', '5', '8'] as const

/** A second dimension; and how the parts are shown: count or share, how many by themselves. */
export function BreakdownChoices({ search, others, additive, explored }: Props) {
  const navigate = useNavigate({ from: '/metrics/$metric' })
  const choose = (change: Partial<MetricSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  return (
    <>
      {others.length > 0 && (
        <label className="choice">
          <span className="fl">And by</span>
          <select
            value={search.by2 ?? ''}
            onChange={(event) => choose({ by2: event.target.value === '' ? undefined : event.target.value })}
          >
            <option value="">Nothing else</option>
            {others.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {explored && (
        <label className="choice">
          <span className="fl">By themselves</span>
          <select
            value={search.top ?? ''}
            onChange={(event) => choose({ top: tops.find((top) => top === event.target.value) })}
          >
            <option value="">All parts</option>
            {tops.map((top) => (
              <option key={top} value={top}>
                The {top} largest{additive ? ', the rest together' : ''}
              </option>
            ))}
          </select>
        </label>
      )}
      {explored && additive && (
        <OptionGroup
          legend="As"
          value={search.share === '1' ? 'share' : 'count'}
          choices={[
            { value: 'count', label: 'Count' },
            { value: 'share', label: 'Share of the whole' },
          ]}
          onChoose={(value) => choose({ share: value === 'share' ? '1' : undefined })}
        />
      )}
    </>
  )
}
