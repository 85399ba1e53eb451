import { formatSigned, formatSignedPercent, type Measured } from './formatValue.ts'

/** Below this base a percentage misleads, so only the difference is given. */
export const leastBaseForPercent = 20

interface Change {
  readonly base: number | null
  readonly difference: number | null
  readonly percent: number | null
}

/**
 * A change in its proper measure: per cent for counts with a base of 20 or more, points for shares, else the plain
 * difference. Null when there is nothing to compare with.
 */
export function formatChange({ base, difference, percent }: Change, measured: Measured): string | null {
  if (difference === null) return null
  if (measured.unit === 'percent') return `${formatSigned(difference, measured)} pts`
  const large = base !== null && (base >= leastBaseForPercent || measured.basis === 'rate')
  if (measured.unit === 'count' && percent !== null && large) return formatSignedPercent(percent)
  return formatSigned(difference, measured)
}
