import type { Citation } from '../../../shared/figures/citation.ts'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'

const mostShown = 24

/** Whether the cited figure still stands, and which of its values do not. */
export function Since({ since }: Pick<Citation, 'since'>) {
  if (since.kind === 'unknown')
    return <p className="dek">Whether it has been restated cannot be said here: {since.why}</p>
  const { changes, position } = since
  if (changes.length === 0)
    return (
      <p className="dek">It still stands: the same question answers the same, up to submission {position}.</p>
    )
  const say = (value: number | null) =>
    value === null ? 'none' : formatNumber(value, Number.isInteger(value) ? 0 : 2)
  return (
    <section className="sect" aria-labelledby="since">
      <h2 className="h2" id="since">
        {changes.length === 1
          ? 'One value has been restated since'
          : `${changes.length} values have been restated since`}
      </h2>
      <ScrollBox label="Restated values">
        <table className="plain">
          <caption className="sr">Values that say something else up to submission {position}</caption>
          <thead>
            <tr>
              <th scope="col">Of</th>
              <th scope="col">Series</th>
              <th scope="col" className="r">
                As cited
              </th>
              <th scope="col" className="r">
                Now
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, mostShown).map(({ series, category, was, now }) => (
              <tr key={`${series} ${category}`}>
                <th scope="row">{category}</th>
                <td>{series}</td>
                <td className="r">{say(was)}</td>
                <td className="r">{say(now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {changes.length > mostShown && (
        <p className="kick">
          The first {mostShown} of {changes.length}.
        </p>
      )}
    </section>
  )
}
