import type { Cell } from './cell.ts'

const maxCells = 65_536
const maxBytes = 8 * 1024 ** 2

/**
 * Finds what a text means by its bytes, without making a string of it: real columns repeat few values.
 * It forgets everything when it grows too large, so a column of distinct values costs time, never memory.
 */
export class CellCache {
  private readonly read: (text: string) => Cell
  private cells: Cell[] = []
  private places = new Int32Array(2048)
  private hashes: number[] = []
  private offsets: number[] = [0]
  private bytes = Buffer.allocUnsafe(16_384)
  private last = -1

  constructor(read: (text: string) => Cell) {
    this.read = read
  }

  /** The cell of the text that lies in `source` from `start` to `end`. */
  get(source: Uint8Array, start: number, end: number): Cell {
    if (this.last >= 0 && this.holds(this.last, source, start, end)) return this.cells[this.last] as Cell
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (source[at] as number), 0x01000193)
    hash = (hash ^ (hash >>> 15)) | 0
    const mask = this.places.length - 1
    let slot = hash & mask
    for (;;) {
      const index = (this.places[slot] as number) - 1
      if (index < 0) return this.add(source, { start, end, hash })
      if (this.hashes[index] === hash && this.holds(index, source, start, end)) {
        this.last = index
        return this.cells[index] as Cell
      }
      slot = (slot + 1) & mask
    }
  }

  private holds(index: number, source: Uint8Array, start: number, end: number): boolean {
    const { bytes, offsets } = this
    const from = offsets[index] as number
    const length = end - start
    if ((offsets[index + 1] as number) - from !== length) return false
    for (let at = 0; at < length; at++) if (bytes[from + at] !== source[start + at]) return false
    return true
  }

  private add(source: Uint8Array, { start, end, hash }: { start: number; end: number; hash: number }): Cell {
    const length = end - start
    const used = this.offsets[this.cells.length] as number
    if (this.cells.length >= maxCells || used + length > maxBytes) {
      this.clear()
      return this.add(source, { start, end, hash })
    }
    const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString('utf8', start, end)
    const cell = this.read(text)
    if (used + length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, used + length))
      this.bytes.copy(larger, 0, 0, used)
      this.bytes = larger
    }
    this.bytes.set(source.subarray(start, end), used)
    this.last = this.cells.push(cell) - 1
    this.hashes.push(hash)
    this.offsets.push(used + length)
    if (this.cells.length * 2 > this.places.length) this.rehash()
    else this.place(this.last)
    return cell
  }

  private place(index: number): void {
    const mask = this.places.length - 1
    let slot = (this.hashes[index] as number) & mask
    while (this.places[slot] !== 0) slot = (slot + 1) & mask
    this.places[slot] = index + 1
  }

  private rehash(): void {
    this.places = new Int32Array(this.places.length * 2)
    for (let index = 0; index < this.cells.length; index++) this.place(index)
  }

  private clear(): void {
    this.cells = []
    this.hashes = []
    this.offsets = [0]
    this.places.fill(0)
    this.last = -1
  }
}
