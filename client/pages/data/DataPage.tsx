import '../../styles/data.css'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'
import { FreshnessSection } from './FreshnessSection.tsx'
import { ProfilesSection } from './ProfilesSection.tsx'
import { LoadingData } from './LoadingData.tsx'
import { SubmissionsSection } from './SubmissionsSection.tsx'

/** What has come and what has not, whom to ask, every submission, and how to load more. */
export function DataPage() {
  useTitle('Data')
  const session = useSession()
  const feeds = useQuery(api.feeds.queryOptions()).data
  const submissions = useQuery(api.submissions.queryOptions())
  const freshness = useQuery(api.freshness.queryOptions())
  return (
    <main
      id="main"
      className="wrap data"
      tabIndex={-1}
      aria-busy={submissions.isFetching || freshness.isFetching}
    >
      <FreshnessSection
        freshness={freshness.data}
        error={freshness.error}
        onRetry={() => void freshness.refetch()}
      />
      <SubmissionsSection
        submissions={submissions.data}
        error={submissions.error}
        onRetry={() => void submissions.refetch()}
      />
      {session?.viewer.role === 'analyst' && <ProfilesSection />}
      <LoadingData feeds={feeds} heading="Load a file" />
    </main>
  )
}
