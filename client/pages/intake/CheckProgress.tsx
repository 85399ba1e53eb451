import { useId } from 'react'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import type { Check } from './intakeState.ts'

interface Props {
  readonly check: Extract<Check, { kind: 'running' }>
  readonly onCancel: () => void
}

const stages = {
  inspecting: 'Looking at the whole file',
  reading: 'Reading and checking its rows',
  writing: 'Comparing with what is held',
} as const

/** How far a preview or commit is, and the way to stop it. */
export function CheckProgress({ check: { what, progress }, onCancel }: Props) {
  const id = useId()
  const isShare = progress !== null && progress.stage !== 'writing' && progress.totalBytes > 0
  return (
    <div className="checking">
      <p className="h3" id={id}>
        {progress === null
          ? 'Starting'
          : what === 'commit' && progress.stage === 'writing'
            ? 'Committing'
            : stages[progress.stage]}
        {' …'}
      </p>
      <progress
        aria-labelledby={id}
        max={1}
        value={isShare ? progress.bytes / progress.totalBytes : undefined}
      />
      <p className="kick">
        {progress !== null && progress.rows > 0 ? `${formatNumber(progress.rows)} rows so far` : '\u00a0'}
      </p>
      <button type="button" className="btn" onClick={onCancel}>
        Cancel
      </button>
    </div>
  )
}
