const plain = /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,2})?$/i
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/

/** The number a partner wrote (12, 1,234, 4.5), or null where the text is none. Never a guess: "1,5" is none. */
export function readNumber(text: string): number | null {
  if (plain.test(text)) return finite(Number(text))
  if (grouped.test(text)) return finite(Number(text.replaceAll(',', '')))
  return null
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null
}
