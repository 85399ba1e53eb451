import type { Viewer } from '../../shared/access/viewer.ts'

/**
 * Whether an account may be told how many rows a file held. That is a count of records like any other, of every area that
 * the file covers, and no mask protects it.
 */
export function readsRowCounts({ areas, disclosure }: Pick<Viewer, 'areas' | 'disclosure'>): boolean {
  return areas === 'all' && disclosure === 'unprotected'
}
