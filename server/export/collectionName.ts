import { chartsOf } from '../../shared/figures/chartsOf.ts'
import type { Figure } from '../../shared/figures/figure.ts'

/** What a file is titled and called: the measure where all figures are of one, and "sample" for invented figures. */
export function collectionName(figures: readonly Figure[]): {
  readonly title: string
  readonly fileName: string
} {
  const [first] = figures
  const one = figures.every(({ metric }) => metric.id === first?.metric.id)
  const title = one && first ? first.metric.name : 'Figures from the partnership dashboard'
  const stem = one && first ? first.metric.id : 'figures'
  const last = first && chartsOf(first)[0]?.chart.months ? (first.span?.to ?? '') : ''
  const parts = [stem, last, figures.some(({ synthetic }) => synthetic) ? 'synthetic-sample' : '']
  const fileName = parts
    .map((part) => part.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .join('_')
  return { title, fileName }
}
