import { QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../server/api/router.ts'

const url = '/api/trpc'

/** Asks the server directly, where one of two procedures answers. */
export const server = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: httpBatchStreamLink({ url, maxURLLength: 6000, maxItems: 30 }),
    }),
  ],
})

/** Answers stay valid until the data position moves, so nothing is fetched again by the clock. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error, query) {
      // A session that ended shows in whatever is asked next; asking who is signed in then closes the page.
      const session = api.session.queryKey()
      if (errorCode(error) === 'UNAUTHORIZED' && JSON.stringify(query.queryKey) !== JSON.stringify(session))
        void queryClient.invalidateQueries({ queryKey: session })
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && !isAnswer(error),
    },
  },
})

/** Every procedure of the server as query options: `useQuery(api.overview.queryOptions({ months: 3 }))`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client: server, queryClient })

export type Session = Awaited<ReturnType<typeof server.session.query>>
export type SubmissionRow = Awaited<ReturnType<typeof server.submissions.query>>[number]

/** What the server said of a failure: its tRPC code, or null when no answer came at all. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null
  const { data } = error
  if (typeof data !== 'object' || data === null || !('code' in data)) return null
  return typeof data.code === 'string' ? data.code : null
}

function isAnswer(error: unknown): boolean {
  return errorCode(error) !== null
}
