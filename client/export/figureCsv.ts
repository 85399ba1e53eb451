import { csvText } from '../../shared/figures/csvCell.ts'
import type { Figure } from '../../shared/figures/figure.ts'

/**
 * The table of a figure as it is on show, with markers in place of what is hidden, and on every row what it takes to
 * cite it alone: measure, submission, state, link.
 */
export function figureCsv({ table, metric, subtitle, position, state, reference }: Figure): string {
  const cited = [metric.id, subtitle, position, state, reference?.link ?? '']
  return csvText(
    [...table.columns.map(({ head }) => head), 'metric_id', 'measure', 'submission', 'state', 'link'],
    table.rows.map((cells) => [...cells, ...cited]),
  )
}
