import type { Unit } from '../metrics/metric.ts'
import { formatNumber, formatPlain } from '../series/formatFigure.ts'

export { formatNumber, formatRate } from '../series/formatFigure.ts'

/** How a figure is written: its unit, and whether a count is shown as a rate per resident. */
export interface Measured {
  readonly unit: Unit
  readonly basis?: 'count' | 'rate'
}

/** A figure as it is read. `bare` leaves out the sign of the unit, for columns that carry it in the head. */
export function formatValue(value: number, { unit, basis = 'count' }: Measured, bare = false): string {
  const text = formatPlain(value, unit === 'count' && basis === 'rate' ? 'rate' : unit)
  return bare ? text.replace(/%$/, '') : text
}

/** A number on an axis, without decimals that say nothing: 0.00 is 0, 15.0 is 15. */
export function trimmed(text: string): string {
  return text.replace(/(\.\d*?)0+(?=%?$)/, '$1').replace(/\.(?=%?$)/, '')
}

/** A difference with its sign: +172, −2.1. */
export function formatSigned(value: number, measured: Measured, bare = true): string {
  const text = formatValue(Math.abs(value), measured, bare)
  if (/^[0.]+%?$/.test(text)) return text
  return value > 0 ? `+${text}` : `−${text}`
}

/** The same for one decimal of a percentage: +29.0%. */
export function formatSignedPercent(value: number, digits = 1): string {
  const text = formatNumber(Math.abs(value), digits)
  if (/^[0.]+$/.test(text)) return `${text}%`
  return value > 0 ? `+${text}%` : `−${text}%`
}
