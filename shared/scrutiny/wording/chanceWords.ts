import { formatNumber } from '../../series/formatFigure.ts'

/**
 * How often chance alone shows as much, in words for a board: "about 1 in 800 series in which nothing happens". Numbers
 * are rounded to one figure: a chance is not known better.
 */
export function chanceWords(p: number | null): string {
  if (p === null) return ''
  const odds = 1 / Math.max(p, 1e-12)
  if (odds >= 1e6)
    return 'Chance alone shows as much in fewer than 1 in a million series in which nothing happens.'
  const size = 10 ** Math.floor(Math.log10(odds))
  return `Chance alone shows as much in about 1 in ${formatNumber(Math.round(odds / size) * size)} series in which nothing happens.`
}
