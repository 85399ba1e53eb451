import { cleanText } from '../check/cleanText.ts'

/**
 * A label without the footnote digits that copying sticks to it: "Homicide3", "Burglary 5,6", "Rape[note 2]". Digits
 * that belong to the label stay: those after a number or a stroke ("under 18", "Table P1", "2018").
 */
export function cleanLabel(text: string): string {
  return cleanText(text)
    .replace(/\s*\[(?:note\s*)?\d+(?:\s*,\s*\d+)*\]/gi, '')
    .replace(/(?<=[a-z)])\s?\d{1,2}(?:,\s?\d{1,2})*(?=\)|$)/, '')
    .replace(/(?<=[A-Z]{2})\d{1,2}(?:,\s?\d{1,2})*$/, '')
    .trim()
}

/** The parts of a cell that holds a list, "['a', 'b']" or "a; b", joined by |; any other text as it is. */
export function listText(text: string): string {
  const inner = /^\[(.*)\]$/s.exec(text.trim())?.[1]
  if (inner === undefined) return text
  const parts = [...inner.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,\s][^,]*)/g)]
  return parts
    .map(([, single, double, bare]) => (single ?? double ?? bare ?? '').replace(/\\(.)/g, '$1').trim())
    .filter((part) => part !== '')
    .join('|')
}
