import type { EditionMark } from '../../shared/editions/edition.ts'
import { fitting } from './searchText.ts'

/** Which figures a page shows: those of an edition, by its number, or `live` ones. Absent: what the reader usually sees. */
export interface EditionSearch {
  edition?: string
}

/** Reads the address; what is not understood is dropped. */
export function readEditionSearch(raw: Record<string, unknown>): EditionSearch {
  const edition = fitting(raw.edition, /^(live|[1-9]\d{0,5})$/)
  return edition === undefined ? {} : { edition }
}

interface Choosing {
  readonly editions: readonly EditionMark[]
  readonly usualEdition: number | null
}

/** The number of the edition that an address means for this reader; null is live. */
export function editionMeant(
  { edition, asAt }: EditionSearch & { readonly asAt?: string },
  session: Choosing | undefined,
): number | null {
  // Figures as known then are worked out, not read: an old link names no edition and goes on meaning live ones.
  if (edition === 'live' || (edition === undefined && asAt !== undefined)) return null
  if (edition !== undefined) return Number(edition)
  return session?.usualEdition ?? null
}
