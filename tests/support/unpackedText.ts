import { officeParts } from './officeParts.ts'

/** Everything that a file says anywhere: all parts, embedded workbooks, caches, alternative texts and notes. */
export function unpackedText(file: Uint8Array, format: string): string {
  return format === 'json' ? Buffer.from(file).toString() : [...officeParts(file).values()].join('\n')
}
