import { Link } from '@tanstack/react-router'
import type { EditionComparison } from '../../../shared/editions/edition.ts'
import { isMonth } from '../../../shared/periods/month.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { pointMarker, statusWords } from '../../../shared/figures/pointMarker.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'

interface Props {
  readonly rows: readonly EditionComparison[]
  readonly edition: number
}

/** The headline figures as published and as they stand now. */
export function ComparedTable({ rows, edition }: Props) {
  return (
    <ScrollBox label="Published and live figures">
      <table className="plain compared">
        <caption className="sr">Published and live figures</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Months</th>
            <th scope="col" className="r">
              Published
            </th>
            <th scope="col" className="r">
              Live
            </th>
            <th scope="col">Changed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.metric}>
              <th scope="row">
                <Link
                  to="/metrics/$metric"
                  params={{ metric: row.metric }}
                  search={{ edition: String(edition) }}
                >
                  {row.metricName}
                </Link>
              </th>
              <td className="nb">{monthsWords(row.period)}</td>
              <Figure {...{ row, figure: row.published }} />
              <Figure {...{ row, figure: row.live }} />
              <td>{changeWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Figure({ row, figure }: { row: EditionComparison; figure: EditionComparison['live'] }) {
  const marker = pointMarker(figure.status)
  return (
    <td className="r">
      {figure.value !== null && formatValue(figure.value, { unit: row.unit })}{' '}
      {marker !== null && (
        <span className="mk" title={statusWords(figure.status)}>
          {marker}
        </span>
      )}
    </td>
  )
}

function changeWords({ published, live }: EditionComparison): string {
  if (published.value === live.value) return ''
  if (published.value === null) return 'Has a figure now'
  if (live.value === null) return 'Has no figure now'
  return live.value > published.value ? 'Higher' : 'Lower'
}

/** '2026-08/2026-10' as "Aug–Oct 2026"; a longer grain brings its own label. */
function monthsWords(period: string): string {
  const [from = '', to = from] = period.split('/')
  return isMonth(from) && isMonth(to) ? formatMonths(from, to) : period
}
