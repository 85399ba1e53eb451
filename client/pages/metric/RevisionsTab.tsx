import '../../styles/rail.css'
import '../../styles/revisions.css'
import { useQuery } from '@tanstack/react-query'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Revisions } from '../../../shared/series/revisions.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { restatementSentence } from '../../../shared/figures/restatementSentence.ts'
import { Problem } from '../../parts/Problem.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { api } from '../../trpc.ts'
import { RevisionSizes } from './RevisionSizes.tsx'
import type { TabProps } from './tabProps.ts'

/** How the measure's figures changed from submission to submission, and by how much they usually do. */
export function RevisionsTab({ page, search }: TabProps) {
  const query = useQuery({
    ...api.revisions.queryOptions({ metric: page?.metric.id ?? '', area: search.area }),
    enabled: page !== undefined,
  })
  if (query.isError)
    return (
      <Problem
        error={query.error}
        what="The revisions"
        holds="The figures themselves are shown under Chart and Table."
        onRetry={() => void query.refetch()}
      />
    )
  if (!page || !query.data) return <div className="chartspace" />
  const revisions = query.data
  const measured: Measured = { unit: page.metric.unit }
  const say = (value: number | null) => (value === null ? 'none' : formatValue(value, measured))
  return (
    <div className="revisions">
      <section className="sect" aria-labelledby="restated">
        <h2 className="h2" id="restated">
          {restatedHeadline(page.restatements.length)}
        </h2>
        <p className="dek">
          Months that had had time to fill in and changed all the same, in {revisions.area.name}. Provisional
          months fill in as expected and are not listed.
        </p>
        <ul className="ev plainlist">
          {page.restatements.map((each) => (
            <li key={`${each.period}-${each.submission}`}>
              <b>{periodLabel(each.period, page.result.query.grain)}:</b> {restatementSentence(each, say)}
            </li>
          ))}
        </ul>
      </section>
      <RevisionSizes revisions={revisions} measured={measured} />
      <Triangle revisions={revisions} measured={measured} name={page.metric.name} />
    </div>
  )
}

interface TriangleProps {
  readonly revisions: Revisions
  readonly measured: Measured
  readonly name: string
}

function Triangle({ revisions: { versions, months, area }, measured, name }: TriangleProps) {
  return (
    <section className="sect" aria-labelledby="triangle">
      <h2 className="h2" id="triangle">
        What each month said after each submission
      </h2>
      <p className="dek">
        {name}, {area.name}. Bold: the figure changed with that submission.
      </p>
      <ScrollBox label="Reporting triangle">
        <table className="plain triangle">
          <caption className="sr">{name}: months by submission</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              {versions.map(({ submission, asAt, agency, reason }) => (
                <th key={submission} scope="col" className="r" title={reason ?? agency}>
                  No. {submission}
                  <small>{formatDate(asAt)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, values }) => (
              <tr key={month}>
                <th scope="row">{periodLabel(month, 'month')}</th>
                {values.map((value, index) => {
                  const before = values.slice(0, index).findLast((each) => each !== null) ?? null
                  const changed = before !== null && value !== null && before !== value
                  const text = value === null ? '' : formatValue(value, measured, true)
                  return (
                    <td key={versions[index]?.submission} className="r">
                      {changed ? <b>{text}</b> : text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

function restatedHeadline(count: number): string {
  if (count === 0) return 'No settled month has been restated'
  return count === 1 ? 'One settled month has been restated' : `${count} restatements of settled months`
}
