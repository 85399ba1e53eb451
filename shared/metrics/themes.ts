import type { Theme } from './metric.ts'

/** The themes in the order in which a page shows them. */
export const themes: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'domesticAbuse', label: 'Domestic abuse' },
  { id: 'sexualAbuse', label: 'Sexual abuse' },
  { id: 'modernSlavery', label: 'Modern slavery and exploitation' },
  { id: 'intelligence', label: 'Intelligence' },
  { id: 'partnership', label: 'Partnership training and events' },
  { id: 'returns', label: 'Partner returns' },
  { id: 'records', label: 'All records' },
]

/** A theme in words. */
export function themeLabel(id: Theme): string {
  return themes.find((theme) => theme.id === id)?.label ?? id
}
