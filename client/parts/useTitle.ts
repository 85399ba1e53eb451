import { useEffect } from 'react'

/** Names the browser's tab and history entry. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Partnership performance dashboard`
  }, [title])
}
