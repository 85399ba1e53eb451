import { ScrollBox } from '../../parts/ScrollBox.tsx'
import type { Sample } from './intakeClient.ts'

/** The first rows as the file holds them, and as they would be kept. */
export function FirstRows({ sample: { before, after } }: { readonly sample: Sample }) {
  return (
    <div className="firstrows">
      <div>
        <h3 className="h3">As the file has them</h3>
        <ScrollBox label="First rows as the file has them">
          <table className="plain cells">
            <caption className="sr">First rows before</caption>
            <thead>
              <tr>
                <th scope="col" className="r">
                  Row
                </th>
                {before.headers.map((header, column) => (
                  <th key={column} scope="col">
                    {header === '' ? <span className="mut">(blank)</span> : header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {before.rows.map(({ at, cells }) => (
                <tr key={at}>
                  <th scope="row" className="r mut">
                    {at}
                  </th>
                  {before.headers.map((_, column) => (
                    <td key={column}>{cells[column] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
      {after && (
        <div>
          <h3 className="h3">As they would be kept</h3>
          <ScrollBox label="First rows as they would be kept">
            <table className="plain cells">
              <caption className="sr">First rows after</caption>
              <thead>
                <tr>
                  <th scope="col" className="r">
                    Row
                  </th>
                  {after.fields.map(({ name, label }) => (
                    <th key={name} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {after.rows.map(({ at, values, fault }, index) => (
                  <tr key={`${at} ${index}`}>
                    <th scope="row" className="r mut">
                      {at}
                    </th>
                    {fault ? (
                      <td colSpan={after.fields.length}>
                        <b>Left out:</b> {fault.field}: {fault.reason}
                      </td>
                    ) : (
                      after.fields.map(({ name }) => (
                        <td key={name}>{values[name] ?? <span className="mut">–</span>}</td>
                      ))
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </div>
      )}
    </div>
  )
}
