import type { Freshness } from '../../../shared/freshness/freshness.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'

/** Whom to ask for what, longest overdue first. */
export function ChaseList({ freshness: { rows, neverReceived } }: { freshness: Freshness }) {
  const overdue = rows
    .filter(({ missing }) => missing.length > 0)
    .toSorted((a, b) => b.overdueDays - a.overdueDays)
  const never = Map.groupBy(neverReceived, ({ feedLabel }) => feedLabel)
  return (
    <div className="chase">
      <h2 className="h3">What to chase</h2>
      {overdue.length === 0 && <p>Nothing that is due is missing.</p>}
      {overdue.length > 0 && (
        <ul>
          {overdue.map(({ agency, feed, feedLabel, missing, dueOn, overdueDays }) => (
            <li key={`${agency} ${feed}`}>
              <b>{agency}</b>, {feedLabel.toLowerCase()}: {missingWords(missing)}, due{' '}
              {dueOn === null ? '' : formatDate(dueOn)} ({overdueDays} {overdueDays === 1 ? 'day' : 'days'}{' '}
              ago)
            </li>
          ))}
        </ul>
      )}
      {never.size > 0 && (
        <p className="kick">
          Agreed and never received:{' '}
          {[...never]
            .map(
              ([feed, agencies]) =>
                `${feed.toLowerCase()} from ${agencies.map(({ agency }) => agency).join('; ')}`,
            )
            .join('. ')}
          .
        </p>
      )}
    </div>
  )
}

function missingWords(months: Freshness['months']): string {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return ''
  const span = formatMonths(first, last)
  return months.length > 2 ? `${months.length} months in ${span}` : span
}
