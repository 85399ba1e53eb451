import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { api } from '../trpc.ts'
import { useSession } from './useSession.ts'

/** Where it is kept what was heard last. */
const heard = ['heard']

interface Heard {
  readonly notes: number
  readonly views: number
}

/**
 * Fetches what an open page shows again when a submission has been committed or a note written, here or elsewhere, and
 * the list of saved views when it changed. Says whether the server has been lost and is being looked for.
 */
export function usePosition(): { readonly lost: boolean } {
  const client = useQueryClient()
  const session = useSession()
  const { status, error } = useSubscription(
    api.position.subscriptionOptions(undefined, {
      enabled: session !== undefined,
      onData: ({ position, notes, views }) => {
        const before = client.getQueryData<Heard>(heard)
        client.setQueryData<Heard>(heard, { notes, views })
        const moved = client.getQueryData(api.session.queryKey())?.position !== position
        if (moved || (before !== undefined && before.notes !== notes)) void client.invalidateQueries()
        else if (before !== undefined && before.views !== views)
          void client.invalidateQueries({ queryKey: api.savedViews.list.queryKey() })
      },
    }),
  )
  return { lost: status === 'connecting' && error !== null }
}
