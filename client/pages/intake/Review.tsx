import '../../styles/review.css'
import { useId, useState } from 'react'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import { Changes } from './Changes.tsx'
import { coverageWords } from './coverageWords.ts'
import type { Receipt } from './intakeClient.ts'
import type { IntakeState } from './intakeState.ts'
import { Losses } from './Losses.tsx'
import { Rejects } from './Rejects.tsx'
import { Sums } from './Sums.tsx'
import { useFocusOnce } from './useFocusOnce.ts'

interface Props {
  readonly upload: string
  readonly receipt: Receipt
  readonly state: IntakeState
  readonly onCommit: (confirmed: boolean) => void
  readonly onGiveUp: () => void
}

/** What the file holds and would change, and the one button that stores it. */
export function Review({ upload, receipt, state, onCommit, onGiveUp }: Props) {
  const id = useId()
  const heading = useFocusOnce()
  const [confirmed, setConfirmed] = useState(false)
  const identical = receipt.outcome === 'identical'
  const mustConfirm = receipt.needsConfirmation.length > 0
  const unsaved = state.reference === null
  return (
    <section className="sect review" aria-labelledby={`${id}-review`}>
      <h2 className="h2" id={`${id}-review`} tabIndex={-1} ref={heading}>
        {headline(receipt)}
      </h2>
      <p className="dek">{coverageWords(receipt)}</p>
      <Sums receipt={receipt} />
      {receipt.endsSample > 0 && !identical && (
        <p className="aside">
          This is the first real file: committing it takes all invented sample data out of every figure.
        </p>
      )}
      {receipt.warnings.length > 0 && (
        <>
          <h3 className="h3">What to know</h3>
          <ul className="words">
            {receipt.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      {receipt.dropped.length > 0 && (
        <p className="kick">Columns left unread: {receipt.dropped.join(', ')}.</p>
      )}
      <Rejects upload={upload} receipt={receipt} />
      {!identical && <Changes receipt={receipt} would />}
      {mustConfirm && (
        <Losses receipt={receipt}>
          <label className="opt">
            <input
              type="checkbox"
              checked={confirmed}
              onChange={(event) => setConfirmed(event.target.checked)}
            />
            The file is complete for these months: withdraw them
          </label>
        </Losses>
      )}
      <div className="row commit">
        {!identical && (
          <button
            type="button"
            className="btn pri"
            disabled={unsaved || (mustConfirm && !confirmed)}
            onClick={() => onCommit(confirmed)}
          >
            Commit {formatNumber(receipt.accepted)} {receipt.accepted === 1 ? 'row' : 'rows'}
          </button>
        )}
        <button type="button" className="btn" onClick={onGiveUp}>
          {identical ? 'Close' : 'Give this file up'}
        </button>
        <span className="mut">
          {unsaved && !identical
            ? 'Save the mapping under a name first, so that the receipt can say how the file was read.'
            : identical
              ? 'Nothing is left to commit.'
              : 'All of it or nothing. Published editions stay as they are.'}
        </span>
      </div>
    </section>
  )
}

function headline({
  outcome,
  monthsNew,
  monthsRestated,
  monthsWithdrawn,
  rowsAdded,
  rowsWithdrawn,
}: Receipt): string {
  if (outcome === 'identical') return 'This is what is already held: nothing would change'
  const parts = [
    counted(monthsNew.length, ['new month', 'new months'], ''),
    counted(monthsRestated.length, ['month', 'months'], ' restated'),
    counted(monthsWithdrawn.length, ['month', 'months'], ' withdrawn'),
  ].filter((text) => text !== '')
  if (parts.length > 0) return `If you commit: ${parts.join(', ')}`
  return rowsAdded + rowsWithdrawn === 0 ? 'Nothing would change' : 'Only details would change'
}

function counted(count: number, [one, many]: readonly [string, string], what: string): string {
  return count === 0 ? '' : `${formatNumber(count)} ${count === 1 ? one : many}${what}`
}
