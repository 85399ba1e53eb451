import type { Actor } from './actor.ts'

/** Whose something is that only one person may go on with: the account, or the name where there is none. */
export function ownerOf({ account, viewer }: Actor): string {
  return account ?? viewer.name
}
