import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../trpc.ts'
import { useEdition } from './useEdition.ts'

/** Says, where published figures stand, how many of them say something else by now. Nothing for live figures. */
export function EditionNotice({ metric }: { metric?: string }) {
  const { number } = useEdition()
  const { data } = useQuery({
    ...api.editions.errata.queryOptions({ edition: number ?? 1 }),
    enabled: number !== null,
  })
  if (number === null || data === undefined) return null
  const own = data.filter((erratum) => metric === undefined || erratum.metric === metric)
  if (own.length === 0) return null
  return (
    <p className="editionnote" role="note">
      {own.length === 1
        ? 'One figure published here has been restated since.'
        : `${own.length} figures published here have been restated since.`}{' '}
      <Link to="/editions/$number" params={{ number: String(number) }} hash="errata">
        See what changed
      </Link>
    </p>
  )
}
