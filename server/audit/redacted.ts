const secret = /pass|secret|token|code$|recovery|cookie|authorization|^key$/i
const longest = 300

/** The same value without secrets, and with long texts cut, so that a log never holds what it should not. */
export function redacted(value: unknown, name = ''): unknown {
  if (secret.test(name)) return '[removed]'
  if (typeof value === 'string') return value.length > longest ? `${value.slice(0, longest)}…` : value
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redacted(item, name))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 50)
        .map(([key, item]) => [key, redacted(item, key)]),
    )
  }
  return value
}
