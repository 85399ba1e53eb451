import type { Code } from './feed.ts'

/**
 * The text in the form in which spellings are compared: lower case, letters and digits only ("Duty to Notify" is
 * "dutytonotify"). A point or stroke between digits stays as a point: offence 4/8 is 4.8, and not 48.
 */
export function spelling(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/(?<=\d)\/(?=\d)/g, '.')
    .replace(/[^\p{L}\p{N}.]/gu, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
}

/** Every spelling a code list accepts, with the code it means: codes go before labels, and labels before aliases. */
export function codesBySpelling(codes: readonly Code[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const add = (text: string, code: string) => {
    if (!found.has(spelling(text))) found.set(spelling(text), code)
  }
  for (const { code } of codes) add(code, code)
  for (const { code, label } of codes) add(label, code)
  for (const { code, aliases } of codes) for (const alias of aliases ?? []) add(alias, code)
  return found
}

/** The code a partner's word means, whatever its case, spaces and punctuation; null when the list does not know it. */
export function findCode(codes: readonly Code[], text: string): string | null {
  return codesBySpelling(codes).get(spelling(text)) ?? null
}
