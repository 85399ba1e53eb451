import type { ScorecardRow } from '../../../shared/series/scorecard.ts'
import { areaMeasure } from '../../figures/areaMeasure.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'

/** One difference in words, both figures with their basis and months: nothing is called better or worse. */
export function differenceSentence(
  row: ScorecardRow,
  { code, name, whole }: { readonly code: string; readonly name: string; readonly whole: string },
): string {
  const figure = row.areas.find(({ area }) => area === code)
  const { partnership, label } = row.areaBasis
  if (figure === undefined || figure.value === null || partnership === null) return ''
  const measured = areaMeasure(row)
  const [basis = '', when = ''] = label.split(', ')
  const unit =
    measured.basis === 'rate' ? ` ${basis.replace(/^Rate /, '')}` : row.unit === 'days' ? ' days' : ''
  return `${formatValue(figure.value, measured)}${unit} in ${name}, ${formatValue(partnership, measured)} in ${whole}, ${when}.`
}
