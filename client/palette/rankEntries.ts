import type { PaletteEntry } from './paletteEntry.ts'

/**
 * The entries that hold every word typed, best first: at the start of the label, at the start of one of its words,
 * anywhere in it, and last in what is not shown. Equal ones keep their order.
 */
export function rankEntries(entries: readonly PaletteEntry[], typed: string, most: number): PaletteEntry[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return entries.slice(0, most)
  return entries
    .flatMap((entry) => {
      const score = scoreOf(entry, words)
      return score === null ? [] : [{ entry, score }]
    })
    .toSorted((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ entry }) => entry)
}

function scoreOf({ label, words: hidden = '' }: PaletteEntry, words: readonly string[]): number | null {
  const text = plain(label)
  const rest = plain(hidden)
  let score = 0
  for (const [index, word] of words.entries()) {
    const place = text.indexOf(word)
    if (place === 0 && index === 0) score += 0
    else if (place > 0 && text[place - 1] === ' ') score += 1
    else if (place >= 0) score += index === 0 ? 3 : 1
    else if (rest.includes(word)) score += 10
    else return null
  }
  return score
}

/** Without accents, case and the apostrophes that nobody types. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
}
