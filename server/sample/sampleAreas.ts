import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'

const persons = westYorkshire.populations.at(-1)?.persons ?? {}
const total = westYorkshire.areas.reduce((sum, { code }) => sum + (persons[code]?.['2023'] ?? 0), 0)

/** The districts with their share of the residents. */
export const sampleAreas: readonly {
  readonly code: string
  readonly name: string
  readonly share: number
}[] = westYorkshire.areas.map(({ code, name }) => ({
  code,
  name,
  share: (persons[code]?.['2023'] ?? 0) / total,
}))

/** Each district's share of a count whose rate differs from the whole's by these factors. */
export function sharesBy(rates: Readonly<Record<string, number>>): readonly number[] {
  const weights = sampleAreas.map(({ code, share }) => share * (rates[code] ?? 1))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}
