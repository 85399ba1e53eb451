import type { Cell } from './cell.ts'

const maxCells = 65_536
const maxBytes = 8 * 1024 ** 2
const firstPlaces = 2048

/**
 * Finds what a text means by its bytes, without making a string of it: real columns repeat few values.
 * It forgets everything when it grows too large, so a column of distinct values costs time, never memory.
 */
export class CellCache {
  private readonly read: (text: string) => Cell
  private cells: Cell[] = []
  /** A hash table with open addressing: the number of a cell plus one, 0 for a free place. */
  private places = new Int32Array(firstPlaces)
  private hashes = new Int32Array(firstPlaces)
  /** Where the bytes of each cell's text begin; those of the next begin where they end. */
  private offsets = new Int32Array(firstPlaces + 1)
  private bytes = new Uint8Array(16_384)

  constructor(read: (text: string) => Cell) {
    this.read = read
  }

  /** The cell of the text that lies in `source` from `start` to `end`. */
  get(source: Uint8Array, start: number, end: number): Cell {
    const { bytes, offsets, hashes, places } = this
    const length = end - start
    let hash = length
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (source[at] as number), 0x01000193)
    hash ^= hash >>> 15
    const mask = places.length - 1
    let slot = hash & mask
    for (;;) {
      const index = (places[slot] as number) - 1
      if (index < 0) return this.add(source, { start, end, hash })
      if (hashes[index] === hash) {
        const from = offsets[index] as number
        let same = (offsets[index + 1] as number) - from === length
        for (let at = 0; same && at < length; at++) same = bytes[from + at] === source[start + at]
        if (same) return this.cells[index] as Cell
      }
      slot = (slot + 1) & mask
    }
  }

  private add(source: Uint8Array, { start, end, hash }: { start: number; end: number; hash: number }): Cell {
    const index = this.cells.length
    const used = this.offsets[index] as number
    const next = used + end - start
    if (index >= maxCells || next > maxBytes) {
      this.clear()
      return this.add(source, { start, end, hash })
    }
    const cell = this.read(
      Buffer.from(source.buffer, source.byteOffset + start, end - start).toString('utf8'),
    )
    if (next > this.bytes.length) this.bytes = grown(this.bytes, Math.max(this.bytes.length * 2, next))
    this.bytes.set(source.subarray(start, end), used)
    this.cells.push(cell)
    this.hashes[index] = hash
    this.offsets[index + 1] = next
    if (this.cells.length * 2 > this.places.length) this.enlarge()
    else this.place(index)
    return cell
  }

  private place(index: number): void {
    const mask = this.places.length - 1
    let slot = (this.hashes[index] as number) & mask
    while (this.places[slot] !== 0) slot = (slot + 1) & mask
    this.places[slot] = index + 1
  }

  private enlarge(): void {
    const size = this.places.length * 2
    this.places = new Int32Array(size)
    const hashes = new Int32Array(size)
    hashes.set(this.hashes)
    this.hashes = hashes
    const offsets = new Int32Array(size + 1)
    offsets.set(this.offsets)
    this.offsets = offsets
    for (let index = 0; index < this.cells.length; index++) this.place(index)
  }

  private clear(): void {
    this.cells = []
    this.places.fill(0)
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length)
  larger.set(bytes)
  return larger
}
