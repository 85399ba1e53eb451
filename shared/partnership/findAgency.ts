import { spelling } from '../feeds/findCode.ts'
import type { Agency, Partnership } from './partnership.ts'

/** The agency that a person or file means by an id, a name or an alias, whatever its case and punctuation; null when none. */
export function findAgency(text: string, partnership: Partnership): Agency | null {
  const wanted = spelling(text)
  const { agencies } = partnership
  return (
    agencies.find(({ id }) => spelling(id) === wanted) ??
    agencies.find(({ name }) => spelling(name) === wanted) ??
    agencies.find(({ aliases }) => aliases.some((alias) => spelling(alias) === wanted)) ??
    null
  )
}
