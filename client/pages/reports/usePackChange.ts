import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../trpc.ts'

/** What every change of a pack does when it is done: the builder shows the pack as it is now. */
export function usePackChange(pack: number) {
  const client = useQueryClient()
  return {
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: api.packs.one.queryKey({ pack }) }),
        client.invalidateQueries({ queryKey: api.packs.report.queryKey({ pack }) }),
        client.invalidateQueries({ queryKey: api.packs.list.queryKey() }),
      ]),
  }
}
