import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useRef } from 'react'
import { api } from '../trpc.ts'
import { useSession } from './useSession.ts'

/**
 * Fetches what an open page shows again when a submission has been committed or a note written, here or elsewhere, and
 * the list of saved views when it changed. Says whether the server has been lost and is being looked for.
 */
export function usePosition(): { readonly lost: boolean } {
  const client = useQueryClient()
  const session = useSession()
  const heard = useRef<{ readonly notes: number; readonly views: number } | null>(null)
  const { status, error } = useSubscription(
    api.position.subscriptionOptions(undefined, {
      enabled: session !== undefined,
      onData: ({ position, notes, views }) => {
        const before = heard.current
        heard.current = { notes, views }
        const moved = client.getQueryData(api.session.queryKey())?.position !== position
        if (moved || (before !== null && before.notes !== notes)) void client.invalidateQueries()
        else if (before !== null && before.views !== views)
          void client.invalidateQueries({ queryKey: api.savedViews.list.queryKey() })
      },
    }),
  )
  return { lost: status === 'connecting' && error !== null }
}
