import type { SheetCell } from './sheet.ts'

export const wrapped = { wrap: true } as const

/** A row of one cell. */
export function line(value: string, look: SheetCell['look'] = wrapped): SheetCell[] {
  return [{ value, look }]
}
