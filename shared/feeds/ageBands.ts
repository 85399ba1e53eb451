/** A band of whole years, both ends included; `to` is null for the open last band. */
export interface AgeBand {
  readonly code: string
  readonly label: string
  readonly from: number
  readonly to: number | null
}

/** Bands in which ages are shown: 16–17 apart, because the statutory definition of domestic abuse begins at 16. */
export const ageBands: readonly AgeBand[] = [
  { code: '0-12', label: 'Under 13', from: 0, to: 12 },
  { code: '13-15', label: '13 to 15', from: 13, to: 15 },
  { code: '16-17', label: '16 and 17', from: 16, to: 17 },
  { code: '18-24', label: '18 to 24', from: 18, to: 24 },
  { code: '25-34', label: '25 to 34', from: 25, to: 34 },
  { code: '35-44', label: '35 to 44', from: 35, to: 44 },
  { code: '45-54', label: '45 to 54', from: 45, to: 54 },
  { code: '55-64', label: '55 to 64', from: 55, to: 64 },
  { code: '65+', label: '65 and over', from: 65, to: null },
]

/** The band an age in whole years falls in; null where the age is not known or not an age. */
export function ageBandOf(age: number | null): AgeBand | null {
  if (age === null) return null
  return ageBands.find(({ from, to }) => age >= from && (to === null || age <= to)) ?? null
}
