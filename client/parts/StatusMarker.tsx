import type { PointStatus } from '../../shared/series/series.ts'
import { pointMarker, statusWords } from '../../shared/figures/pointMarker.ts'

interface Props {
  readonly status: PointStatus
  /** Why there is no figure, where the data says so. */
  readonly reason?: string
}

/** What stands where a figure is hidden or missing: the marker, and its meaning for those who hear the page. */
export function StatusMarker({ status, reason }: Props) {
  const words = reason ?? statusWords(status)
  return (
    <span className="mk" title={words}>
      <span aria-hidden="true">{pointMarker(status) ?? '–'}</span>
      <span className="sr">{words}</span>
    </span>
  )
}
