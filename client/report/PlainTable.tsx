import type { FigureTable } from '../../shared/figures/figure.ts'
import { formatCell } from '../../shared/figures/formatCell.ts'
import { ScrollBox } from '../parts/ScrollBox.tsx'

/** A table as print has it: its head is repeated on every page. */
export function PlainTable({ table, caption }: { readonly table: FigureTable; readonly caption: string }) {
  return (
    <ScrollBox label={caption}>
      <table className="plain">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ head, numberFormat }) => (
              <th key={head} scope="col" className={numberFormat === null ? undefined : 'r'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((value, i) => {
                const format = table.columns[i]?.numberFormat ?? null
                const text = typeof value === 'number' ? formatCell(value, format) : value
                return i === 0 ? (
                  <th key={i} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={i} className={format === null ? undefined : 'r'}>
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
