import type { Viewer } from '../../shared/access/viewer.ts'

/** Whose saved views are meant; null for a reader of whom nothing is known, who has nowhere to keep them. */
export function ownerOf({ viewer }: { readonly viewer: Viewer }): string | null {
  return viewer.role === 'viewer' ? null : viewer.name
}
