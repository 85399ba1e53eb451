import type { Actor } from '../access/actor.ts'

/** A file belongs to the session that asked for it, so that a change of rights cannot hand it on. */
export function jobOwner({ session, address }: Actor): string {
  return session ?? address
}
