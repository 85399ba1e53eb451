import { Link } from '@tanstack/react-router'
import type { ScorecardRow } from '../../../shared/series/scorecard.ts'
import { differenceSentence } from './differenceSentence.ts'
import { differenceOf } from './areaSentence.ts'

interface Props {
  readonly rows: readonly ScorecardRow[] | undefined
  readonly area: { readonly code: string; readonly name: string } | undefined
  readonly whole: string
}

const mostShown = 6

/** Where the area's year lies apart from the partnership's by more than chance explains: a reason to ask, no ranking. */
export function AreaDifferences({ rows, area, whole }: Props) {
  const apart = area ? (rows?.filter((row) => differenceOf(row, area.code) !== null) ?? []) : []
  return (
    <section aria-labelledby="differences">
      <h2 className="figh" id="differences">
        Beside {whole === '' ? 'the partnership' : whole}
      </h2>
      {rows && apart.length === 0 && (
        <p className="fs">
          No measure that can be judged differs from {whole} by more than chance would explain.
        </p>
      )}
      <ul className="areaitems">
        {area &&
          apart.slice(0, mostShown).map((row) => (
            <li key={row.metric}>
              <Link to="/metrics/$metric" params={{ metric: row.metric }} search={{ tab: 'districts' }}>
                <b>{row.name}</b>
              </Link>
              <span className="fs">{differenceSentence(row, { ...area, whole })}</span>
            </li>
          ))}
      </ul>
      {apart.length > mostShown && (
        <p className="fs">The table marks {apart.length - mostShown} more in bold.</p>
      )}
      {apart.length > 0 && <p className="kick">A difference is a reason to ask and not a ranking.</p>}
    </section>
  )
}
