import '../../../styles/forms.css'
import '../../../styles/ledger.css'
import '../../../styles/recommendations.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Recommendation } from '../../../../shared/scrutiny/recommendation.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { useBusy } from '../../../parts/useBusy.ts'
import { useSession } from '../../../parts/useSession.ts'
import { useTitle } from '../../../parts/useTitle.ts'
import { api } from '../../../trpc.ts'
import { ScrutinyTabs } from '../ScrutinyTabs.tsx'
import { AddRecommendation } from './AddRecommendation.tsx'
import { RecommendationEntry } from './RecommendationEntry.tsx'

/** What inspectorates recommend and courts order, who has to act by when, and what the measures say. */
export function RecommendationsPage() {
  const session = useSession()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const query = useQuery(
    api.recommendations.list.queryOptions(undefined, { refetchOnMount: 'always', refetchInterval: 30_000 }),
  )
  const busy = useBusy()
  useTitle('Recommendations and orders')
  const { data } = query
  const again = () => void client.invalidateQueries({ queryKey: api.recommendations.pathKey() })
  return (
    <main id="main" className="wrap ledger" tabIndex={-1} aria-busy={busy && data === undefined}>
      <ScrutinyTabs />
      <div className="headrow">
        <div>
          <h1 className="h1">{headline(data?.recommendations)}</h1>
          <p className="dek">
            What inspectorates recommend and courts order, who has to act by when, and the latest figure that
            shows it.
          </p>
        </div>
        {data?.writes === true && !adding && (
          <button type="button" className="btn pri noprint" onClick={() => setAdding(true)}>
            Add a recommendation
          </button>
        )}
      </div>
      {adding && session && (
        <AddRecommendation
          session={session}
          onDone={() => {
            setAdding(false)
            again()
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {query.isError && data === undefined && (
        <Problem error={query.error} what="The recommendations" onRetry={() => void query.refetch()} />
      )}
      {data && data.recommendations.length > 0 && (
        <div className="recs">
          {data.recommendations.map((each) => (
            <RecommendationEntry
              key={each.number}
              recommendation={each}
              writes={data.writes}
              onChanged={again}
            />
          ))}
        </div>
      )}
    </main>
  )
}

function headline(all: readonly Recommendation[] | undefined): string {
  if (all === undefined) return 'Recommendations and orders'
  if (all.length === 0) return 'No recommendation is being followed yet'
  const late = all.filter((each) => each.late).length
  if (late > 0) return late === 1 ? 'One recommendation is overdue' : `${late} recommendations are overdue`
  const open = all.filter(({ state }) => state === 'open' || state === 'underWay').length
  if (open === 0) return 'Every recommendation has been dealt with'
  return open === 1
    ? 'One recommendation is open, and none overdue'
    : `${open} recommendations are open, and none overdue`
}
