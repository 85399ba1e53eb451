import type { Viewer } from '../../shared/access/viewer.ts'

/**
 * Why somebody who works with the data may not load files by the page, as a sentence; null where they may. A preview shows what is held, area by
 * area and unprotected, so whoever loads must be allowed to see that.
 */
export function loadingRefusal({ areas, disclosure }: Viewer): string | null {
  if (areas !== 'all' || disclosure !== 'unprotected')
    return 'Loading a file shows what is held for every area, unprotected, which your account may not see.'
  return null
}
