import type { Unit } from '../metrics/metric.ts'

/** How a figure is written: its unit, and whether a count is shown as a rate per resident. */
export interface Measured {
  readonly unit: Unit
  readonly basis?: 'count' | 'rate'
}

const formats = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** A number with so many decimals, thousands by comma and a true minus sign. */
export function formatNumber(value: number, digits = 0): string {
  const rounded = (formats[digits] ?? new Intl.NumberFormat('en-GB')).format(value).replace('-', '−')
  return /^−[0.]*$/.test(rounded) ? rounded.slice(1) : rounded
}

/**
 * A figure as it is read: 12,954; 41.9%; 1.17 as a rate. Counts are exact; averages and limits of counts are whole
 * from 10 up. `bare` leaves out the sign of the unit, for columns that carry it in the head.
 */
export function formatValue(value: number, { unit, basis = 'count' }: Measured, bare = false): string {
  switch (unit) {
    case 'count':
      if (basis === 'rate') return formatRate(value)
      return formatNumber(value, Number.isInteger(value) || Math.abs(value) >= 10 ? 0 : 1)
    case 'percent':
      return `${formatNumber(value, 1)}${bare ? '' : '%'}`
    case 'days':
      return formatNumber(value, Number.isInteger(value) ? 0 : 1)
    case 'points':
    case 'perHundred':
      return formatNumber(value, 1)
  }
}

/** A rate with about three figures that mean something: 0.22, 1.17, 23.0, 134. */
export function formatRate(value: number): string {
  const size = Math.abs(value)
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : 2)
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
