import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { api } from '../trpc.ts'
import { useSession } from './useSession.ts'

/**
 * Fetches what an open page shows again when a submission has been committed. Says whether the server has been lost
 * and is being looked for.
 */
export function usePosition(): { readonly lost: boolean } {
  const client = useQueryClient()
  const session = useSession()
  const { status, error } = useSubscription(
    api.position.subscriptionOptions(undefined, {
      enabled: session !== undefined,
      onData: (position) => {
        if (client.getQueryData(api.session.queryKey())?.position !== position)
          void client.invalidateQueries()
      },
    }),
  )
  return { lost: status === 'connecting' && error !== null }
}
