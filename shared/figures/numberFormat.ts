import type { Measured } from './formatValue.ts'

/** How a spreadsheet writes a figure of this kind. `exact` is for figures, else averages and limits of counts. */
export function numberFormat({ unit, basis = 'count' }: Measured, exact = true): string {
  switch (unit) {
    case 'count':
      return basis === 'rate' ? '0.00' : exact ? '#,##0' : '#,##0.0'
    case 'percent':
      return '0.0"%"'
    case 'days':
    case 'points':
    case 'perHundred':
      return '0.0'
  }
}
