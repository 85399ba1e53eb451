import '../../styles/since.css'
import { useId } from 'react'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { OverviewSearch } from '../../address/overviewSearch.ts'
import type { Since } from './useSince.ts'

interface Props {
  readonly since: Pick<Since, 'asked' | 'earlier'>
  readonly onChoose: (since: OverviewSearch['since']) => void
}

/** Which findings are shown: everything unusual now, or only what is new. */
export function SinceSwitch({ since: { asked, earlier }, onChoose }: Props) {
  const id = useId()
  const choices = [
    { value: undefined, text: 'All that is unusual now' },
    ...(earlier
      ? [{ value: 'edition' as const, text: `New since the edition of ${formatDate(earlier.meetingDate)}` }]
      : []),
    { value: 'month' as const, text: 'New since the month before' },
  ]
  return (
    <span className="since noprint">
      <label htmlFor={id}>Findings</label>
      <select
        id={id}
        value={asked}
        onChange={(event) => {
          const { value } = event.target
          onChoose(value === 'edition' || value === 'month' ? value : undefined)
        }}
      >
        {choices.map(({ value, text }) => (
          <option key={text} value={value ?? 'all'}>
            {text}
          </option>
        ))}
      </select>
    </span>
  )
}
