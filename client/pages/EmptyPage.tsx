import { useQuery } from '@tanstack/react-query'
import { useTitle } from '../parts/useTitle.ts'
import { api } from '../trpc.ts'
import { LoadingData } from './data/LoadingData.tsx'

/** Before anything has been loaded: what to do first. */
export function EmptyPage() {
  useTitle('Nothing loaded yet')
  const feeds = useQuery(api.feeds.queryOptions()).data
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <section className="changed">
        <h1 className="h1">Nothing has been loaded yet, so there is nothing to show</h1>
        <p className="dek">
          The dashboard is ready. Load a partner’s file and this page will say what changed, as soon as it is
          committed.
        </p>
        <LoadingData feeds={feeds} heading="Load the first file" />
      </section>
    </main>
  )
}
