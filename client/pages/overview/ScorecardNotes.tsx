import type { Scorecard, ScorecardRow } from '../../../shared/series/scorecard.ts'
import { scorecardState } from '../../../shared/figures/scorecardState.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import type { ScorecardSort } from '../../address/overviewSearch.ts'
import type { Session } from '../../trpc.ts'

interface Props {
  readonly rows: readonly ScorecardRow[]
  readonly session: Session
  readonly scorecard: Pick<Scorecard, 'position' | 'edition' | 'asAt' | 'synthetic'>
  readonly sort: ScorecardSort | undefined
}

/** How to read the table: only the notes that something in it needs. */
export function ScorecardNotes({ rows, session, scorecard, sort }: Props) {
  const { areaName, areaNoun } = session.partnership
  const statuses = rows.flatMap((row) => [row.latest.status, ...row.areas.map((area) => area.status)])
  const hidden = statuses.includes('suppressed')
  const absent = statuses.some((status) => ['missing', 'incomplete', 'notAvailable'].includes(status))
  const broken = rows.some(({ change }) => change.spanned.length > 0)
  return (
    <div className="notes">
      {session.partnership.areas.length > 1 && (
        <p>
          <b>{capitalise(areaNoun.many)}.</b> The tick on each strip is the {areaName} figure. A bold figure
          with a filled dot differs from it by more than chance would explain (99.8% limits). Shares, and
          measures that say so below their name, are in their own unit.
        </p>
      )}
      <p>
        <b>Change.</b> On the same months a year before. It is given in per cent for counts from 20 up, in
        points for shares, and is never coloured: one year against another says little about whether a change
        is unusual.
      </p>
      {sort !== undefined && (
        <p>
          <b>Order.</b> {orderWords[sort]}
        </p>
      )}
      {(hidden || absent || broken) && (
        <p>
          <b>Symbols.</b>
          {hidden &&
            ' [c] hidden to protect people; a second figure is withheld so that the first cannot be worked out.'}
          {broken &&
            ' [b] the two years lie on either side of a change of law or counting; part of the change may come from it.'}
          {absent && ' [x] not available. A missing month is never counted as zero, so no total is given.'}
        </p>
      )}
      <p>
        <b>Source.</b> What the partners sent, up to submission {scorecard.position}; each measure names its
        own sources. {scorecardState(scorecard)}
      </p>
    </div>
  )
}

const orderWords: Readonly<Record<ScorecardSort, string>> = {
  name: 'By name, from A.',
  '-name': 'By name, from Z.',
  change:
    'By change on a year ago relative to that year, the largest fall first; measures without one come last.',
  '-change':
    'By change on a year ago relative to that year, the largest rise first; measures without one come last.',
  signal: 'By how unusual they are now, the most unusual last.',
  '-signal': 'By how unusual they are now, the most unusual first; what cannot be judged comes last.',
}
