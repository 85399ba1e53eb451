import { errorCode } from '../trpc.ts'

interface Props {
  readonly error: unknown
  /** What could not be shown, as the start of a sentence: "The scorecard". */
  readonly what: string
  /** What still holds. */
  readonly holds?: string
  readonly onRetry?: () => void
}

/** Says in place what failed, what still holds and what to do; never blames the reader. */
export function Problem({ error, what, holds, onRetry }: Props) {
  const code = errorCode(error)
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'FORBIDDEN' || code === 'UNAUTHORIZED') {
    return (
      <div className="notice" role="alert">
        <p className="h3">{what} needs analyst access</p>
        <p>{message}</p>
        <p className="mut">Ask an analyst of the partnership, or choose a whole area without filters.</p>
      </div>
    )
  }
  return (
    <div className="notice" role="alert">
      <p className="h3">{what} could not be loaded</p>
      <p>{code === null ? 'The server did not answer. Check that it is running.' : message}</p>
      {holds !== undefined && <p className="mut">{holds}</p>}
      {code === 'BAD_REQUEST' && (
        <p className="mut">Choose something else above, or go back; asking again would not help.</p>
      )}
      {onRetry && code !== 'BAD_REQUEST' && code !== 'NOT_FOUND' && (
        <div className="row">
          <button type="button" className="btn" onClick={onRetry}>
            Try again
          </button>
        </div>
      )}
    </div>
  )
}
