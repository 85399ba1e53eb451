/** The part of an address after `?` as plain names and texts; the last of a repeated name counts. */
export function parseSearch(text: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The reverse; what is undefined or empty is left out, and `:`, `,` and `;` stay readable. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts: string[] = []
  for (const [name, value] of Object.entries(search)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue
    if (value === '') continue
    const text = encodeURIComponent(value).replace(/%(3A|2C|3B|7C|2F)/g, (code) => decodeURIComponent(code))
    parts.push(`${encodeURIComponent(name)}=${text}`)
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** The value if it is one of the allowed texts, else undefined. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value)
}

/** The value if it is text that fits the pattern, else undefined. */
export function fitting(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined
}

/** The search without the names that are undefined, so that two equal addresses are equal objects. */
export function withoutEmpty<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T
}
