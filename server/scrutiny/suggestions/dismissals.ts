import { randomUUID } from 'node:crypto'
import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import type { Dismissal, Suggestion } from '../../../shared/scrutiny/suggestion.ts'

/** A dismissed suggestion that has grown to so many times its size then is shown again. */
const materially = 1.5
/** After a year a dismissal has had its time, whatever happened meanwhile. */
const longestDays = 365

interface Held extends Dismissal {
  readonly suggestion: string
  readonly place: string
  readonly size: number
}

/** Every dismissal that has not been taken back, of invented or of real figures. */
export async function dismissalsOf(
  workspace: Workspace,
  { synthetic }: { readonly synthetic: boolean },
): Promise<Held[]> {
  const rows = await workspace
    .selectFrom('dismissal')
    .selectAll()
    .where('restored_at', 'is', null)
    .where('synthetic', '=', synthetic ? 1 : 0)
    .orderBy('dismissed_at')
    .orderBy('id')
    .execute()
  return rows.map(({ suggestion, place, size, reason, dismissed_by: by, dismissed_at: at }) => ({
    suggestion,
    place,
    size: Number(size),
    reason,
    by,
    at,
  }))
}

/**
 * The suggestions with what was said of those set aside. A dismissal ends by itself when the same event has grown to one
 * and a half times its size then, when another area leads it, or after a year.
 */
export function withDismissals(
  suggestions: readonly Suggestion[],
  dismissals: readonly Held[],
  now: Date,
): Suggestion[] {
  return suggestions.map((suggestion) => {
    const held = dismissals.findLast(
      ({ suggestion: id, place }) => id === suggestion.id && place === suggestion.place.code,
    )
    if (!held || hasReturned(suggestion, held, now)) return suggestion
    const { by, at, reason } = held
    return { ...suggestion, dismissed: { by, at, reason } }
  })
}

function hasReturned({ size }: Suggestion, held: Held, now: Date): boolean {
  const days = (now.getTime() - Date.parse(held.at)) / 86_400_000
  return days > longestDays || size >= materially * held.size
}

/** Sets a suggestion aside, with why, for everybody who is given it. */
export async function dismissSuggestion(
  workspace: Workspace,
  { id, place, size }: Pick<Suggestion, 'id' | 'place' | 'size'>,
  dismissal: {
    readonly reason: string
    readonly by: string
    readonly now: Date
    readonly synthetic: boolean
  },
): Promise<void> {
  await workspace
    .insertInto('dismissal')
    .values({
      id: randomUUID(),
      suggestion: id,
      place: place.code,
      size,
      reason: dismissal.reason,
      synthetic: dismissal.synthetic ? 1 : 0,
      dismissed_by: dismissal.by,
      dismissed_at: dismissal.now.toISOString(),
      restored_by: null,
      restored_at: null,
    })
    .execute()
}

/** Takes up again what was set aside; false where nothing was. */
export async function restoreSuggestion(
  workspace: Workspace,
  { id, place }: { readonly id: string; readonly place: string },
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await workspace
    .updateTable('dismissal')
    .set({ restored_by: by, restored_at: now.toISOString() })
    .where('suggestion', '=', id)
    .where('place', '=', place)
    .where('restored_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
