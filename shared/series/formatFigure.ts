import type { Unit } from '../metrics/metric.ts'

const minus = '−'

/** A value as it is read aloud and printed: counts whole with thousands, shares and days to one place, with their unit. */
export function formatFigure(value: number, unit: Unit | 'rate'): string {
  switch (unit) {
    case 'count':
      return formatNumber(value, 0)
    case 'percent':
      return `${formatNumber(value, 1)}%`
    case 'days':
      return `${formatNumber(value, value < 10 && value % 1 !== 0 ? 1 : 0)} ${Math.abs(value) === 1 ? 'day' : 'days'}`
    case 'points':
      return `${formatNumber(value, 2)} points`
    case 'perHundred':
      return formatNumber(value, 1)
    case 'rate':
      return formatNumber(value, Math.abs(value) < 1 ? 2 : 1)
  }
}

/** A number with a true minus and thousands commas. */
export function formatNumber(value: number, places: number): string {
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return value < 0 && Number(text.replaceAll(',', '')) !== 0 ? `${minus}${text}` : text
}
