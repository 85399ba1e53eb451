import { useQuery } from '@tanstack/react-query'
import { api, type Session } from '../trpc.ts'

/** Who is reading, whose dashboard it is and what it holds; undefined until the server has answered. */
export function useSession(): Session | undefined {
  return useQuery(api.session.queryOptions()).data
}
