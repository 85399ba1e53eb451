import '../styles/figure.css'
import type { FigureTable } from '../../shared/figures/figure.ts'
import { formatCell } from '../../shared/figures/formatCell.ts'
import { ScrollBox } from '../parts/ScrollBox.tsx'

interface Props {
  readonly table: FigureTable
  readonly caption: string
  /** Whether the page says above the table what it is, and its head stays in sight while one reads on. */
  readonly titled?: boolean
}

/** The table of a figure, as every export has it; print repeats its head on every page. */
export function PlainTable({ table, caption, titled = false }: Props) {
  return (
    <ScrollBox label={caption}>
      <table className={titled ? 'plain sticky' : 'plain'}>
        <caption className={titled ? 'sr' : undefined}>{caption}</caption>
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
