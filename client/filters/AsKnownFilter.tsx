import { useQuery } from '@tanstack/react-query'
import { api } from '../trpc.ts'
import { asAtChoices } from './asAtChoices.ts'
import { FilterSelect } from './FilterSelect.tsx'

interface Props {
  readonly asAt: string | undefined
  readonly onChoose: (asAt: string | undefined) => void
}

/** Chooses the day whose knowledge the figures rest on; undefined is now. */
export function AsKnownFilter({ asAt, onChoose }: Props) {
  const submissions = useQuery(api.submissions.queryOptions()).data ?? []
  return (
    <FilterSelect
      label="As known"
      value={asAt ?? ''}
      choices={[{ value: '', label: 'Now' }, ...asAtChoices(submissions)]}
      onChoose={(chosen) => onChoose(chosen === '' ? undefined : chosen)}
    />
  )
}
