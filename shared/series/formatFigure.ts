import type { Unit } from '../metrics/metric.ts'

const formats = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** A number with so many decimals, thousands by comma and a true minus sign. */
export function formatNumber(value: number, digits = 0): string {
  const rounded = (formats[digits] ?? new Intl.NumberFormat('en-GB')).format(value).replace('-', '−')
  return /^−[0.]*$/.test(rounded) ? rounded.slice(1) : rounded
}

/** A rate with about three figures that mean something: 0.22, 1.17, 23.0, 134. */
export function formatRate(value: number): string {
  const size = Math.abs(value)
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : 2)
}

/**
 * A figure as it stands in a table or on a chart: 12,954; 41.9%; 1.17 as a rate. Counts are exact; averages and limits
 * of counts are whole from 10 up. Sentences, screens and exports write the same figure alike.
 */
export function formatPlain(value: number, unit: Unit | 'rate'): string {
  switch (unit) {
    case 'count':
      return formatNumber(value, Number.isInteger(value) || Math.abs(value) >= 10 ? 0 : 1)
    case 'rate':
      return formatRate(value)
    case 'percent':
      return `${formatNumber(value, 1)}%`
    case 'days':
      return formatNumber(value, Number.isInteger(value) ? 0 : 1)
    case 'points':
    case 'perHundred':
      return formatNumber(value, 1)
  }
}

/** The same within a sentence, with its unit in words where nothing else names it. */
export function formatFigure(value: number, unit: Unit | 'rate'): string {
  const plain = formatPlain(value, unit)
  if (unit === 'days') return `${plain} ${Math.abs(value) === 1 ? 'day' : 'days'}`
  return unit === 'points' ? `${plain} points` : plain
}
