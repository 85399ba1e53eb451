import { Link } from '@tanstack/react-router'
import type { Freshness } from '../../../shared/freshness/freshness.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useSession } from '../../parts/useSession.ts'
import { ChaseList } from './ChaseList.tsx'
import { FreshnessMatrix } from './FreshnessMatrix.tsx'
import { freshnessHeadline } from './freshnessWords.ts'

interface Props {
  readonly freshness: Freshness | undefined
  /** Null unless it could not be had. */
  readonly error: unknown
  readonly onRetry: () => void
}

/** Which months have come from whom, and what is to be asked for. */
export function FreshnessSection({ freshness, error, onRetry }: Props) {
  const session = useSession()
  const [first, last] = [freshness?.months[0], freshness?.months.at(-1)]
  return (
    <section
      className={freshness === undefined && error === null ? 'changed waiting' : 'changed'}
      aria-labelledby="freshness"
    >
      <div className="headrow">
        <h1 className="h1" id="freshness">
          {freshness ? freshnessHeadline(freshness) : 'What has been received'}
        </h1>
        {session?.viewer.role === 'analyst' && (
          <Link className="btn pri" to="/data/add">
            Add a file
          </Link>
        )}
      </div>
      <p className="dek">
        Months received from each agency{first && last ? `, ${formatMonths(first, last)}` : ''}.
        {session?.synthetic === true && ' Synthetic sample data.'}
      </p>
      {error !== null && <Problem error={error} what="What has been received" onRetry={onRetry} />}
      {freshness && freshness.rows.length > 0 && (
        <>
          <FreshnessMatrix freshness={freshness} />
          <ChaseList freshness={freshness} />
        </>
      )}
    </section>
  )
}
