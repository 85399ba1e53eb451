import { useIsFetching } from '@tanstack/react-query'

/** Whether anything the page shows is still on its way, for `aria-busy`. */
export function useBusy(): boolean {
  return useIsFetching() > 0
}
