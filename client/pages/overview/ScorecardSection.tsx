import '../../styles/scorecard.css'
import '../../styles/scorecardPhone.css'
import '../../styles/scorecardPrint.css'
import { Link } from '@tanstack/react-router'
import type { Scorecard } from '../../../shared/series/scorecard.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import type { OverviewSearch, ScorecardSort } from '../../address/overviewSearch.ts'
import { SortHead, type Sorting } from '../../parts/SortHead.tsx'
import type { Session } from '../../trpc.ts'
import type { RowGroup } from './groupRows.ts'
import { KindsOfChange } from './KindsOfChange.tsx'
import { MeasureRow } from './MeasureRow.tsx'
import { ScorecardGroup } from './ScorecardGroup.tsx'
import { ScorecardNotes } from './ScorecardNotes.tsx'
import { ownBasis, usualBasis } from './usualBasis.ts'

interface Props {
  readonly scorecard: Scorecard | undefined
  readonly groups: readonly RowGroup[] | null
  readonly session: Session | undefined
  readonly search: OverviewSearch
  readonly onChoose: (change: Partial<OverviewSearch>) => void
}

/** With more areas than this, the strips share one column. */
const mostColumns = 6

/** Every measure in a row, grouped, in the order chosen; heads and rules stay while figures load. */
export function ScorecardSection({ scorecard, groups, session, search, onChoose }: Props) {
  const areas = session?.partnership.areas ?? []
  const areasAs = areas.length < 2 ? 'none' : areas.length <= mostColumns ? 'columns' : 'spread'
  const split = areasAs === 'columns'
  const columns = { none: 0, spread: 1, columns: areas.length }[areasAs]
  const rows = scorecard?.rows ?? []
  const count = groups && new Set(groups.flatMap((group) => group.rows.map(({ metric }) => metric))).size
  const shut = new Set(search.shut?.split(','))
  const sorting = sortingOf(search.sort)
  const sort = ({ by, falling }: Sorting<SortName>) => onChoose({ sort: falling ? `-${by}` : by })
  const shutAll = (ids: readonly string[]) => onChoose({ shut: ids.length === 0 ? undefined : ids.join(',') })
  const spark = rows[0]?.spark.periods
  const first = spark?.[0]
  const last = spark?.at(-1)
  const basis = usualBasis(rows)
  return (
    <section className="scorecard" aria-labelledby="scorecard">
      <div className="score-h">
        <h2 className="h2" id="scorecard">
          {count === null ? 'All measures' : measuresWords(count)}
        </h2>
        <KindsOfChange />
        {groups !== null && groups.length > 1 && (
          <button
            type="button"
            className="link noprint"
            onClick={() => shutAll(shut.size === 0 ? groups.map(({ id }) => id) : [])}
          >
            {shut.size === 0 ? 'Shut all groups' : 'Open all groups'}
          </button>
        )}
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
            <SortHead name="name" first="rising" rowSpan={2} sorting={sorting} onSort={sort}>
              Measure
            </SortHead>
            <th rowSpan={2} scope="col" className="r">
              {scorecard ? formatMonths(scorecard.period.from, scorecard.period.to) : 'Latest'}
            </th>
            <SortHead name="change" rowSpan={2} className="r" sorting={sorting} onSort={sort}>
              <span>
                Change on
                <br />a year ago
              </span>
            </SortHead>
            <th rowSpan={2} scope="col" className="spk">
              Monthly{first && last ? `, ${formatMonths(first, last)}` : ''}
              <br />
              Band: usual range
            </th>
            <SortHead name="signal" rowSpan={2} sorting={sorting} onSort={sort}>
              Kind of change
            </SortHead>
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
            <ScorecardGroup
              key={group.id}
              group={group}
              columns={6 + columns}
              open={!shut.has(group.id)}
              onTurn={
                search.group === 'none'
                  ? null
                  : () =>
                      shutAll(
                        groups
                          .map(({ id }) => id)
                          .filter((id) => (id === group.id ? !shut.has(id) : shut.has(id))),
                      )
              }
            >
              {group.rows.map((row) => (
                <MeasureRow
                  key={row.metric}
                  row={row}
                  areasAs={areasAs}
                  basisNote={ownBasis(row, basis)}
                  areasName={session?.partnership.areaNoun.many ?? 'areas'}
                />
              ))}
            </ScorecardGroup>
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
          sort={search.sort}
        />
      )}
    </section>
  )
}

type SortName = 'name' | 'change' | 'signal'

function sortingOf(sort: ScorecardSort | undefined): Sorting<SortName | 'board'> {
  if (sort === undefined) return { by: 'board', falling: false }
  const falling = sort.startsWith('-')
  return { by: (falling ? sort.slice(1) : sort) as SortName, falling }
}

function measuresWords(count: number): string {
  if (count === 1) return 'One measure'
  return count === 2 ? 'Both measures' : `All ${count} measures`
}
