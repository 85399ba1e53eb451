import type { Freshness, FreshnessCell } from '../../../shared/freshness/freshness.ts'
import { monthNumber, yearOf } from '../../../shared/periods/month.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { DataStatusIcon } from '../../parts/DataStatusMark.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { cellWords, rowStatus } from './freshnessWords.ts'

const key = [
  { look: 'y', words: 'Received' },
  { look: 'l', words: 'Received late' },
  { look: 'p', words: 'Provisional' },
  { look: 'y r', words: 'Restated since' },
  { look: 'n', words: 'Missing' },
  { look: 'e', words: 'Not due' },
] as const

/** Agency and feed against months; every cell says in words what its look says. */
export function FreshnessMatrix({ freshness }: { freshness: Freshness }) {
  const { months, rows } = freshness
  const years = Map.groupBy(months, yearOf)
  return (
    <>
      <ul className="legend" aria-label="Key">
        {key.map(({ look, words }) => (
          <li key={words}>
            <i className={`cell ${look}`} />
            {words}
          </li>
        ))}
      </ul>
      <ScrollBox label="Months received">
        <table className="plain cov">
          <caption className="sr">Months received from each agency</caption>
          <colgroup>
            <col className="c-agency" />
            {months.map((month) => (
              <col key={month} />
            ))}
            <col className="c-status" />
          </colgroup>
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                Agency and feed
              </th>
              {[...years].map(([year, ofYear]) => (
                <th key={year} className="yr" colSpan={ofYear.length} scope="colgroup">
                  {year}
                </th>
              ))}
              <th rowSpan={2} scope="col">
                Status
              </th>
            </tr>
            <tr>
              {months.map((month) => (
                <th key={month} scope="col">
                  <abbr title={periodLabel(month, 'month')}>{'JFMAMJJASOND'[monthNumber(month) - 1]}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const status = rowStatus(row)
              return (
                <tr key={`${row.agency} ${row.feed}`}>
                  <th scope="row">
                    {row.agency}
                    <small>{row.feedLabel}</small>
                  </th>
                  {row.cells.map((cell) => (
                    <td key={cell.month} title={`${periodLabel(cell.month, 'month')}: ${cellWords(cell)}`}>
                      <span className={`cell ${lookOf(cell)}`} />
                      <span className="sr">{cellWords(cell)}</span>
                    </td>
                  ))}
                  <td className="status">
                    <span className={status.kind === 'notSupplied' ? 'st em' : 'st'}>
                      <DataStatusIcon kind={status.kind} />
                      <span>{status.words}</span>
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

function lookOf({ state, daysLate, provisional, restated }: FreshnessCell): string {
  if (state === 'missing') return 'n'
  if (state === 'notDue') return 'e'
  return `${daysLate > 0 ? 'l' : provisional ? 'p' : 'y'}${restated ? ' r' : ''}`
}
