import type { CsvSplitter } from '../readers/csvSplitter.ts'

const space = 32
const tab = 9

/** Whether the byte is a space or tab. */
export function isBlank(byte: number): boolean {
  return byte === space || byte === tab
}

/** Whether the record holds nothing but blanks. */
export function isEmpty({ fields, starts, ends, bytes }: CsvSplitter): boolean {
  if (fields > starts.length) return false
  for (let i = 0; i < fields; i++) {
    for (let at = starts[i] as number; at < (ends[i] as number); at++)
      if (!isBlank(bytes[at] as number)) return false
  }
  return true
}

/** Whether the record only has empty columns beyond those of the header, as spreadsheets leave them. */
export function isPadded({ fields, starts, ends }: CsvSplitter, width: number): boolean {
  if (fields < width || fields > starts.length) return false
  for (let i = width; i < fields; i++) if (starts[i] !== ends[i]) return false
  return true
}
