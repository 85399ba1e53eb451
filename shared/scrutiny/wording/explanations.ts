import { activity, hiddenCrime, hiddenVictims, intelligenceFlow } from '../../metrics/polarities.ts'
import type { Metric } from '../../metrics/metric.ts'
import type { Direction } from '../signal.ts'

/**
 * What may stand behind a movement of a neutral measure, as the end of a question: the readings that its answerer would
 * weigh, none of them a verdict.
 */
export function explanations(
  metric: Pick<Metric, 'id' | 'polarity' | 'theme'>,
  direction: Direction | null,
): string {
  const isUp = direction !== 'down'
  const more = isUp ? 'more' : 'less'
  const many = isUp ? 'more' : 'fewer'
  const { reason } = metric.polarity
  if (metric.id === 'nrm.positiveReasonableGrounds')
    return 'the cases themselves, the evidence sent with them, or a change in how they are decided'
  if (reason === hiddenCrime.reason)
    return `${more} harm, ${many} people coming forward, or a change in how it is found and recorded`
  if (reason === hiddenVictims.reason)
    return `${more} exploitation, ${many} victims found, or a change in how they are referred and counted`
  if (reason === intelligenceFlow.reason)
    return `${more} to notice, partners who tell ${isUp ? 'more' : 'less'}, or a change in how submissions are logged`
  if (metric.theme === 'partnership') return `what was planned, how many could come, or how it is counted`
  if (reason === activity.reason) return `${more} need, ${more} capacity, or a change in practice`
  switch (metric.theme) {
    case 'intelligence':
      return 'what there is to notice, who tells of it, or how submissions are logged'
    case 'modernSlavery':
      return 'who is exploited, who is found, or how it is recorded'
    default:
      return 'who is affected, who comes forward, or how it is recorded'
  }
}

/** Whether a measure counts harm that was reported, rather than what anybody did about it. */
export function countsHarm({ id, polarity }: Pick<Metric, 'id' | 'polarity'>): boolean {
  return polarity.reason === hiddenCrime.reason || id === 'da.incidents'
}
