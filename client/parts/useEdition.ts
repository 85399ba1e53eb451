import { useSearch } from '@tanstack/react-router'
import type { EditionMark } from '../../shared/editions/edition.ts'
import { editionMeant } from '../address/editionSearch.ts'
import { useSession } from './useSession.ts'

/** Which figures this page shows: an edition's, or live ones (number null). The mark is absent while it is not known. */
export interface ShownEdition {
  readonly number: number | null
  readonly mark: EditionMark | undefined
  readonly editions: readonly EditionMark[]
  /** False until it is known what this reader usually sees and the address does not say. */
  readonly known: boolean
}

/** The edition in the address, or what this reader usually sees. */
export function useEdition(): ShownEdition {
  const search = useSearch({ strict: false })
  const session = useSession()
  const number = editionMeant(search, session)
  const editions = session?.editions ?? []
  const known = session !== undefined || search.edition !== undefined || search.asAt !== undefined
  return { number, known, mark: editions.find((each) => each.number === number), editions }
}
