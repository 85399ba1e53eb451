import type { Theme } from '../../shared/metrics/metric.ts'

const names: Record<Theme, string> = {
  domesticAbuse: 'Domestic abuse',
  sexualAbuse: 'Sexual abuse',
  modernSlavery: 'Modern slavery and exploitation',
  intelligence: 'Intelligence',
  partnership: 'Partnership training and events',
  returns: 'Partner returns',
  records: 'Records supplied',
}

/** Every theme, in the order the board reads them. */
export const themes: readonly Theme[] = [
  'domesticAbuse',
  'sexualAbuse',
  'modernSlavery',
  'intelligence',
  'partnership',
  'returns',
  'records',
]

/** A theme as a heading. */
export function themeName(theme: Theme): string {
  return names[theme]
}
