import '../../styles/rail.css'
import { Link } from '@tanstack/react-router'
import { coverageWords } from './coverageWords.ts'
import { Changes } from './Changes.tsx'
import type { Receipt } from './intakeClient.ts'
import { Steps } from './Steps.tsx'
import { Sums } from './Sums.tsx'
import { useFocusOnce } from './useFocusOnce.ts'

interface Props {
  readonly receipt: Receipt
  readonly onNext: () => void
}

/** The receipt of what was committed. */
export function Committed({ receipt, onNext }: Props) {
  const heading = useFocusOnce()
  const { file, submission, profile, agencies, asAt, outcome, endsSample, warnings } = receipt
  return (
    <>
      <h1 className="h1" tabIndex={-1} ref={heading}>
        {outcome === 'identical' ? `${file} changed nothing` : `Committed as submission ${submission}`}
      </h1>
      <p className="dek">
        {file}, read with the profile {profile}, from {agencies.join(', ')}, as known on {asAt}.{' '}
        {coverageWords(receipt)}
      </p>
      <Steps now="done" />
      {endsSample > 0 && (
        <p className="aside">
          This was the first real file: all invented sample data is out of every figure now.
        </p>
      )}
      <Sums receipt={receipt} />
      <section aria-labelledby="changed">
        <h2 className="h2" id="changed">
          What it changed
        </h2>
        <Changes receipt={receipt} />
      </section>
      {warnings.length > 0 && (
        <section className="sect" aria-labelledby="warned">
          <h2 className="h2" id="warned">
            What to know
          </h2>
          <ul className="words">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="row commit">
        <button type="button" className="btn pri" onClick={onNext}>
          Add another file
        </button>
        <Link className="btn" to="/data">
          See all submissions
        </Link>
        <span className="mut">
          It can be undone from the Data page while nothing later touches its months.
        </span>
      </div>
    </>
  )
}
