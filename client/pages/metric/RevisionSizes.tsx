import type { Revisions } from '../../../shared/series/revisions.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'

/** By how much a figure of each age was still to change. */
export function RevisionSizes({ revisions, measured }: { revisions: Revisions; measured: Measured }) {
  const { byAge } = revisions
  const signed = (value: number) => `${value > 0 ? '+' : ''}${formatValue(value, measured, true)}`
  const percent = byAge.some(({ medianPercent }) => medianPercent !== null)
  return (
    <section className="sect" aria-labelledby="sizes">
      <h2 className="h2" id="sizes">
        How much figures change with age
      </h2>
      <p className="dek">
        From a figure of this age to what the same month says now. Age is whole months from the end of the
        month to the day the figure was known.
      </p>
      {byAge.length === 0 ? (
        <p>No month has been seen twice yet.</p>
      ) : (
        <ScrollBox label="Size of revisions by age">
          <table className="plain ages">
            <thead>
              <tr>
                <th scope="col">Age in months</th>
                <th scope="col" className="r">
                  Months seen
                </th>
                <th scope="col" className="r">
                  Changed since
                </th>
                <th scope="col" className="r">
                  Middle change
                </th>
                {percent && (
                  <th scope="col" className="r">
                    In per cent
                  </th>
                )}
                <th scope="col" className="r">
                  Largest change
                </th>
              </tr>
            </thead>
            <tbody>
              {byAge.map(({ age, months, changed, median, medianPercent, largest }) => (
                <tr key={age}>
                  <th scope="row">{age}</th>
                  <td className="r">{months}</td>
                  <td className="r">{changed}</td>
                  <td className="r">{signed(median)}</td>
                  {percent && (
                    <td className="r">
                      {medianPercent === null
                        ? ''
                        : `${medianPercent > 0 ? '+' : ''}${medianPercent.toFixed(1)}%`}
                    </td>
                  )}
                  <td className="r">{signed(largest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}
