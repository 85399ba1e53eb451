import { indexed } from '../../../shared/figures/indexed.ts'
import type { Compared } from './compared.ts'

/** The lines as shares of their own first year, those that have one. */
export function indexedLines({ lines, grain }: Compared) {
  return lines.flatMap(({ name, series }) => {
    const values = indexed(series.values, grain === 'quarter' ? 4 : 12)
    return values === null ? [] : [{ name, values }]
  })
}

/** The names of the lines that have no first year to be compared with. */
export function notIndexed(whole: Compared): string[] {
  const drawn = new Set(indexedLines(whole).map(({ name }) => name))
  return whole.lines.map(({ name }) => name).filter((name) => !drawn.has(name))
}
