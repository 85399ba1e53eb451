import type { MetricSearch } from '../address/metricSearch.ts'
import { formatMonths } from '../../shared/figures/formatMonths.ts'
import type { Session } from '../trpc.ts'
import type { Choice } from './FilterSelect.tsx'

/** What a series may be compared with; the whole partnership and other areas only where they are something else. */
export function compareChoices(
  { partnership }: Pick<Session, 'partnership'>,
  search: MetricSearch,
): Choice[] {
  const here = search.area ?? partnership.code
  const choices: Choice[] = [
    { value: 'samePeriodLastYear', label: 'Same period last year' },
    { value: 'previousPeriod', label: 'The period before' },
  ]
  if (here !== partnership.code) choices.push({ value: 'partnership', label: partnership.areaName })
  for (const { code, name } of partnership.areas) {
    if (code !== here) choices.push({ value: `area:${code}`, label: name })
  }
  if (search.compare?.startsWith('baseline:')) {
    const [from = '', to = ''] = search.compare.slice('baseline:'.length).split(',')
    choices.push({ value: search.compare, label: `Average of ${formatMonths(from, to)}` })
  }
  choices.push({ value: 'none', label: 'Nothing' })
  return choices
}
