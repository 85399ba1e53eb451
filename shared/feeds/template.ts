import type { Feed } from './feed.ts'

/**
 * The downloadable template of a feed as CSV: a header with every field by its own name and, unless an empty one
 * is wanted, one example row. It is what the `template` profile reads.
 */
export function templateCsv(feed: Feed, { example = true }: { readonly example?: boolean } = {}): string {
  const lines = [feed.fields.map(({ name }) => name)]
  if (example) lines.push(feed.fields.map((field) => field.example))
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
