import type { FigureTable } from './figure.ts'

/** Only the columns that are shown where room is short. */
export function briefTable({ columns, rows }: FigureTable): FigureTable {
  const kept = columns.flatMap(({ brief }, i) => (brief ? [i] : []))
  const pick = <T>(all: readonly T[]): T[] =>
    kept.flatMap((i) => {
      const one = all[i]
      return one === undefined ? [] : [one]
    })
  return { columns: pick(columns), rows: rows.map(pick) }
}
