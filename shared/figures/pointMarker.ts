import type { PointStatus } from '../series/series.ts'

/** The marker of a period that is forecast and holds nothing recorded. */
export const forecastMarker = '[f]'

/** The marker beside a value in a table, as in official statistics; null for a plain final figure. */
export function pointMarker(status: PointStatus, restated = false): string | null {
  switch (status) {
    case 'final':
      return restated ? '[r]' : null
    case 'provisional':
      return restated ? '[p][r]' : '[p]'
    case 'suppressed':
      return '[c]'
    case 'missing':
    case 'incomplete':
    case 'notAvailable':
      return '[x]'
    case 'notApplicable':
      return '[z]'
  }
}

/** The same in words. */
export function statusWords(status: PointStatus): string {
  switch (status) {
    case 'final':
      return 'final'
    case 'provisional':
      return 'provisional'
    case 'suppressed':
      return 'hidden to protect people'
    case 'missing':
      return 'not supplied'
    case 'incomplete':
      return 'incomplete'
    case 'notAvailable':
      return 'not available'
    case 'notApplicable':
      return 'not applicable'
  }
}
