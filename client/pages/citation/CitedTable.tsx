import type { FigureTable } from '../../../shared/figures/figure.ts'
import { formatCell } from '../../../shared/figures/formatCell.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'

/** The table of a figure, as every export has it. */
export function CitedTable({ table, caption }: { readonly table: FigureTable; readonly caption: string }) {
  return (
    <ScrollBox label="Figures">
      <table className="plain sticky">
        <caption className="sr">{caption}</caption>
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
          {table.rows.map((cells) => (
            <tr key={String(cells[0])}>
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
