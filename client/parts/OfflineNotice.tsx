import { useSyncExternalStore } from 'react'

interface Props {
  /** Whether the server has been lost and is being looked for. */
  readonly lost: boolean
}

/** Says in place that nothing new can come, what still holds, and that nothing has to be done. */
export function OfflineNotice({ lost }: Props) {
  const online = useSyncExternalStore(follow, () => navigator.onLine)
  const away = lost || !online
  return (
    <div className="offline noprint" role="status">
      {away && (
        <p className="wrap">
          <b>The server does not answer.</b> What is shown was loaded before and stays as it was. The page
          goes on by itself as soon as there is an answer.
        </p>
      )}
    </div>
  )
}

function follow(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
