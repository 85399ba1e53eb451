import { useQuery } from '@tanstack/react-query'
import { api, errorCode, type Session } from '../trpc.ts'

/** Who is reading, whose dashboard it is and what it holds; undefined until the server has answered. */
export function useSession(): Session | undefined {
  const { data, error } = useQuery(api.session.queryOptions())
  return errorCode(error) === 'UNAUTHORIZED' ? undefined : data
}

/** Whether the server has said that nobody is signed in here. */
export function useSignedOut(): boolean {
  return errorCode(useQuery(api.session.queryOptions()).error) === 'UNAUTHORIZED'
}

/** The failure to learn who is reading, where it is not that nobody is signed in; with the way to ask again. */
export function useSessionProblem(): { readonly error: unknown; readonly again: () => void } | null {
  const { error, refetch, data } = useQuery(api.session.queryOptions())
  if (error === null || data !== undefined || errorCode(error) === 'UNAUTHORIZED') return null
  return { error, again: () => void refetch() }
}
