import { Link } from '@tanstack/react-router'
import type { Scorecard } from '../../../shared/series/scorecard.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { VariationIcon } from '../../parts/VariationMark.tsx'
import type { Session } from '../../trpc.ts'
import type { RowGroup } from './groupRows.ts'
import { MeasureRow } from './MeasureRow.tsx'
import { ScorecardNotes } from './ScorecardNotes.tsx'
import { ownBasis, usualBasis } from './usualBasis.ts'

interface Props {
  readonly scorecard: Scorecard | undefined
  readonly groups: readonly RowGroup[] | null
  readonly session: Session | undefined
}

/** With more areas than this, the strips share one column. */
const mostColumns = 6

/** Every measure in a row, grouped; heads and rules stay while figures load. */
export function ScorecardSection({ scorecard, groups, session }: Props) {
  const areas = session?.partnership.areas ?? []
  const areasAs = areas.length < 2 ? 'none' : areas.length <= mostColumns ? 'columns' : 'spread'
  const split = areasAs === 'columns'
  const columns = { none: 0, spread: 1, columns: areas.length }[areasAs]
  const rows = scorecard?.rows ?? []
  const count = groups?.reduce((sum, group) => sum + group.rows.length, 0)
  const spark = rows[0]?.spark.periods
  const first = spark?.[0]
  const last = spark?.at(-1)
  const basis = usualBasis(rows)
  return (
    <section className="scorecard" aria-labelledby="scorecard">
      <div className="score-h">
        <h2 className="h2" id="scorecard">
          {count === undefined ? 'All measures' : measuresWords(count)}
        </h2>
        <ul className="legend" aria-label="Kinds of change">
          <li>
            <VariationIcon kind="improvement" size={18} />
            Improving
          </li>
          <li>
            <VariationIcon kind="concern" size={18} />
            Concerning
          </li>
          <li>
            <VariationIcon kind="neutral" size={18} />
            Changed, no judgement
          </li>
          <li>
            <VariationIcon kind="common" size={18} />
            No unusual change
          </li>
          <li>
            <VariationIcon kind="unjudged" size={18} />
            Cannot be judged
          </li>
        </ul>
      </div>
      <table className="sc" role="table">
        <caption className="sr">
          Scorecard, {scorecard ? `${scorecard.area.name}, ${scorecard.period.label}` : 'loading'}
        </caption>
        <colgroup>
          <col className="c-name" />
          <col className="c-val" />
          <col className="c-chg" />
          <col className="c-spk" />
          <col className="c-var" />
          {Array.from({ length: columns }, (_, index) => (
            <col className={split ? 'c-d' : 'c-spk'} key={index} />
          ))}
          <col className="c-st" />
        </colgroup>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              Measure
            </th>
            <th rowSpan={2} scope="col" className="r">
              {scorecard ? formatMonths(scorecard.period.from, scorecard.period.to) : 'Latest'}
            </th>
            <th rowSpan={2} scope="col" className="r">
              Change on
              <br />a year ago
            </th>
            <th rowSpan={2} scope="col" className="spk">
              Monthly{first && last ? `, ${formatMonths(first, last)}` : ''}
              <br />
              Band: usual range
            </th>
            <th rowSpan={2} scope="col">
              Kind of change
            </th>
            {columns > 0 && (
              <th colSpan={columns} scope="colgroup" className="grp">
                {basis ?? `By ${session?.partnership.areaNoun.one ?? 'area'}`}
              </th>
            )}
            <th rowSpan={2} scope="col">
              Data status
            </th>
          </tr>
          <tr>
            {areasAs === 'none' ? null : split ? (
              areas.map(({ code, name }) => (
                <th className="d" scope="col" key={code}>
                  <Link to="/areas/$area" params={{ area: code }}>
                    {name}
                  </Link>
                </th>
              ))
            ) : (
              <th className="d" scope="col">
                All {areas.length} {session?.partnership.areaNoun.many}
              </th>
            )}
          </tr>
        </thead>
        {groups === null ? (
          <tbody>
            {Array.from({ length: 12 }, (_, index) => (
              <tr key={index} aria-hidden="true">
                <td className="blank" colSpan={6 + columns} />
              </tr>
            ))}
          </tbody>
        ) : (
          groups.map((group) => (
            <tbody key={group.name}>
              <tr className="theme">
                <th colSpan={6 + columns} scope="rowgroup">
                  {group.name}
                </th>
              </tr>
              {group.rows.map((row) => (
                <MeasureRow
                  key={row.metric}
                  row={row}
                  areasAs={areasAs}
                  basisNote={ownBasis(row, basis)}
                  areasName={session?.partnership.areaNoun.many ?? 'areas'}
                />
              ))}
            </tbody>
          ))
        )}
      </table>
      {groups !== null && groups.length === 0 && (
        <p className="more">No measure of the chosen themes has figures here.</p>
      )}
      {scorecard && session && (
        <ScorecardNotes
          rows={groups?.flatMap((group) => group.rows) ?? []}
          session={session}
          scorecard={scorecard}
        />
      )}
    </section>
  )
}

function measuresWords(count: number): string {
  if (count === 1) return 'One measure'
  return count === 2 ? 'Both measures' : `All ${count} measures`
}
