import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useRef } from 'react'
import { api } from '../trpc.ts'
import { useSession } from './useSession.ts'

/** Fetches what an open page shows again when a submission has been committed. */
export function usePosition(): void {
  const client = useQueryClient()
  const session = useSession()
  const known = useRef<number | null>(null)
  useSubscription(
    api.position.subscriptionOptions(undefined, {
      enabled: session !== undefined,
      onData: (position) => {
        const before = known.current ?? session?.position
        known.current = position
        if (before !== position) void client.invalidateQueries()
      },
    }),
  )
}
