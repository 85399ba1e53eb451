// Zero-width spaces and joiners, direction marks, soft hyphens and byte order marks: invisible, but they break comparison.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
const blankOrControl = /[\s\p{Cc}]+/gu

/** The text without what cannot be seen: one form for each accent, no invisible characters, single inner spaces. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(blankOrControl, ' ').trim()
}

const placeholders = new Set([
  '',
  '-',
  '–',
  '—',
  '.',
  '..',
  'null',
  'n/a',
  'na',
  'none',
  'not known',
  'unknown',
  'not recorded',
  'not stated',
  '(blank)',
])

/** Whether the text only says that there is no value. */
export function saysNothing(text: string): boolean {
  return placeholders.has(text.toLowerCase())
}
