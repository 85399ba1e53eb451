import { useQuery } from '@tanstack/react-query'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Scorecard, ScorecardRow } from '../../../shared/series/scorecard.ts'
import { scorecardState } from '../../../shared/figures/scorecardState.ts'
import { api, type Session } from '../../trpc.ts'

interface Props {
  readonly code: string
  readonly rows: readonly ScorecardRow[]
  readonly scorecard: Scorecard
  readonly session: Session
}

/** How to read the page, and what analysts noted on this area. */
export function AreaNotes({ code, rows, scorecard, session }: Props) {
  const notes = useQuery(api.annotations.list.queryOptions()).data ?? []
  const own = notes.filter(({ area }) => area === code)
  const { areaName, areaNoun } = session.partnership
  const [first] = rows
  const until = first?.areaBasis.label.split(', ')[1] ?? ''
  const broken = rows.some(({ change }) => change.spanned.length > 0)
  return (
    <div className="notes">
      {own.length > 0 && (
        <p>
          <b>Notes.</b> {own.map(({ month, title }) => `${periodLabel(month, 'month')}: ${title}.`).join(' ')}
        </p>
      )}
      <p>
        <b>Beside {areaName}.</b> The last two columns are the {until}: rates per 1,000 or 100,000 residents
        where the measure has them, else its own unit.{' '}
        <span className="onscreen">
          The tick on the strip is {areaName}, its ends the {areaNoun.one} farthest from it.{' '}
        </span>
        Bold: the difference is more than chance would explain (99.8% limits).
      </p>
      <p>
        <b>Kind of change</b> is judged on this {areaNoun.one}’s own usual range; provisional months [p] raise
        no finding. Change on a year ago is in per cent for counts from 20 up, in points for shares.
        {broken && ' [b] the two years lie on either side of a change of law or counting.'}
      </p>
      <p>
        <b>Source.</b> What the partners sent, up to submission {scorecard.position}.{' '}
        {scorecardState(scorecard)}
      </p>
    </div>
  )
}
