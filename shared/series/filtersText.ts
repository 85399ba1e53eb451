export type Filters = Readonly<Record<string, readonly string[]>>

/** Filters as an address holds them: `kind:crime,incident;victim_sex:F`. Codes are escaped where they need it. */
export function writeFilters(filters: Filters): string | undefined {
  const parts = Object.entries(filters)
    .filter(([, codes]) => codes.length > 0)
    .map(([dimension, codes]) => `${escape(dimension)}:${codes.map(escape).join(',')}`)
  return parts.length === 0 ? undefined : parts.join(';')
}

/** The reverse of writeFilters; no text is no filter. */
export function readFilters(text: string | undefined): Record<string, string[]> {
  const filters: Record<string, string[]> = {}
  for (const part of (text ?? '').split(';')) {
    const [dimension, codes] = part.split(':')
    if (dimension && codes) filters[unescape(dimension)] = codes.split(',').map(unescape)
  }
  return filters
}

function escape(text: string): string {
  return text.replace(/[%:;,]/g, (sign) => encodeURIComponent(sign))
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
