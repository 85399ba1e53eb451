/** Things in a sentence: "Leeds", "Leeds and Bradford", "Leeds, Bradford and Kirklees". */
export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
