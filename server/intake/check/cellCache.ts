import type { Cell } from './cell.ts'

const maxCells = 65_536
const maxBytes = 8 * 1024 ** 2
const firstSlots = 512
const firstBytes = 4096

// What a slot of the table holds, side by side so that one look at memory finds it all.
const slotSize = 4
const hashAt = 0
/** The number of the cell plus one; 0 for a free slot. */
const cellAt = 1
const offsetAt = 2
const lengthAt = 3

/**
 * Finds what a text means by its bytes, without making a string of it: real columns repeat few values.
 * It forgets everything when it grows too large, so a column of distinct values costs time, never memory.
 */
export class CellCache {
  private readonly read: (text: string) => Cell
  private cells: Cell[] = []
  /** A hash table with open addressing. */
  private table = new Int32Array(firstSlots * slotSize)
  private mask = firstSlots - 1
  /** The texts of all cells, end to end. */
  private bytes = new Uint8Array(firstBytes)
  private used = 0

  constructor(read: (text: string) => Cell) {
    this.read = read
  }

  /** The cell of the text that lies in `source` from `start` to `end`. */
  get(source: Uint8Array, start: number, end: number): Cell {
    const { table, bytes, mask } = this
    const length = end - start
    let hash = length
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (source[at] as number), 0x01000193)
    hash ^= hash >>> 15
    let slot = hash & mask
    for (;;) {
      const place = slot * slotSize
      const cell = table[place + cellAt] as number
      if (cell === 0) return this.add(source, { start, end, hash })
      if (table[place + hashAt] === hash && table[place + lengthAt] === length) {
        const shift = (table[place + offsetAt] as number) - start
        let at = start
        while (at < end && bytes[shift + at] === source[at]) at++
        if (at === end) return this.cells[cell - 1] as Cell
      }
      slot = (slot + 1) & mask
    }
  }

  private add(source: Uint8Array, { start, end, hash }: { start: number; end: number; hash: number }): Cell {
    const length = end - start
    if (this.cells.length >= maxCells || this.used + length > maxBytes) this.clear()
    const cell = this.read(Buffer.from(source.buffer, source.byteOffset + start, length).toString('utf8'))
    if (this.used + length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + length))
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes.set(source.subarray(start, end), this.used)
    this.cells.push(cell)
    if (this.cells.length * 2 > this.mask) this.enlarge()
    this.place(Int32Array.of(hash, this.cells.length, this.used, length))
    this.used += length
    return cell
  }

  private place(entry: Int32Array): void {
    let slot = (entry[hashAt] as number) & this.mask
    while (this.table[slot * slotSize + cellAt] !== 0) slot = (slot + 1) & this.mask
    this.table.set(entry, slot * slotSize)
  }

  private enlarge(): void {
    const { table } = this
    this.table = new Int32Array(table.length * 2)
    this.mask = this.mask * 2 + 1
    for (let at = 0; at < table.length; at += slotSize) {
      if (table[at + cellAt] !== 0) this.place(table.subarray(at, at + slotSize))
    }
  }

  private clear(): void {
    this.cells = []
    this.table.fill(0)
    this.used = 0
  }
}
