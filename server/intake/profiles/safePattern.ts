const longest = 200

/**
 * Whether a regular expression that came from outside may be run over cells: it compiles, is short, and has neither a
 * repeated group nor a reference back, so that no text can make it run for longer than the cell is long times a few.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > longest || /\\[1-9k]/.test(pattern) || /\)[*+{]/.test(pattern)) return false
  try {
    return new RegExp(pattern, 'i') instanceof RegExp
  } catch {
    return false
  }
}
