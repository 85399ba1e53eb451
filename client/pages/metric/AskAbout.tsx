import { lazy, Suspense, useState } from 'react'
import { may } from '../../../shared/access/permission.ts'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import { useSession } from '../../parts/useSession.ts'

const AddQuestion = lazy(async () => ({
  default: (await import('../scrutiny/ledger/AddQuestion.tsx')).AddQuestion,
}))

/** Writes down a question about the figure on show, for those who prepare questions. */
export function AskAbout({ page }: { page: MetricPage }) {
  const session = useSession()
  const [asking, setAsking] = useState(false)
  if (!session || !may(session.viewer.role, 'questions')) return null
  const area = page.result.series[0]?.key['area'] ?? session.partnership.code
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        Ask about this
      </button>
      {asking && (
        <Suspense fallback={null}>
          <AddQuestion
            session={session}
            askedOf={[]}
            about={{ metric: page.metric.id, area, edition: page.edition?.number ?? null }}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  )
}
