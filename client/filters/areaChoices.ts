import type { Session } from '../trpc.ts'
import type { Choice } from './FilterSelect.tsx'

/** The whole partnership first, then its areas in the order of its definition. */
export function areaChoices({ partnership }: Pick<Session, 'partnership'>): Choice[] {
  return [
    { value: partnership.code, label: partnership.areaName },
    ...partnership.areas.map(({ code, name }) => ({ value: code, label: name })),
  ]
}
