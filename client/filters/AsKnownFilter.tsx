import { useQuery } from '@tanstack/react-query'
import { may } from '../../shared/access/permission.ts'
import { useSession } from '../parts/useSession.ts'
import { api } from '../trpc.ts'
import { asAtChoices } from './asAtChoices.ts'
import { FilterSelect } from './FilterSelect.tsx'

interface Props {
  readonly asAt: string | undefined
  readonly onChoose: (asAt: string | undefined) => void
}

/** Chooses the day whose knowledge the figures rest on; undefined is now. Only for those who work with the data. */
export function AsKnownFilter({ asAt, onChoose }: Props) {
  const session = useSession()
  const works = session !== undefined && may(session.viewer.role, 'data')
  const submissions = useQuery({ ...api.submissions.queryOptions(), enabled: works }).data ?? []
  if (!works) return null
  return (
    <FilterSelect
      label="As known"
      value={asAt ?? ''}
      choices={[{ value: '', label: 'Now' }, ...asAtChoices(submissions)]}
      onChoose={(chosen) => onChoose(chosen === '' ? undefined : chosen)}
    />
  )
}
