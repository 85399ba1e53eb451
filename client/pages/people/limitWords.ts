import { feedNames } from './feedNames.ts'
import type { Grant } from './GrantForm.tsx'

/** An account's limits in words: "Leeds, Bradford; crime" or "Everything". */
export function limitWords(
  { areas, feeds }: Pick<Grant, 'areas' | 'feeds'>,
  known: readonly { readonly code: string; readonly name: string }[],
): string {
  const parts = [
    ...(areas === 'all'
      ? []
      : [areas.map((code) => known.find((area) => area.code === code)?.name ?? code).join(', ')]),
    ...(feeds === 'all' ? [] : [feeds.map((feed) => feedNames[feed]).join(', ')]),
  ]
  return parts.length === 0 ? 'Everything' : parts.join('; ')
}
