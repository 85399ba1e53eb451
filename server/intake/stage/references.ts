import { cleanText } from '../check/cleanText.ts'

const firstBytes = 4096

/** The references of one column as they were sent, in the form in which they are compared, until they are hashed. */
export class References {
  bytes = new Uint8Array(firstBytes)
  /** Where each row's reference ends; it begins where that of the row before ends. Nothing between them: no reference. */
  readonly ends: Int32Array
  private used = 0
  private next = 0

  constructor(rows: number) {
    this.ends = new Int32Array(rows)
  }

  /**
   * Takes the reference of the current row, which lies in `source`; false when it is blank. Blanks around it, doubled
   * blanks within and invisible characters do not count.
   */
  take(source: Uint8Array, start: number, end: number): boolean {
    this.makeRoom(end - start)
    const { bytes, used } = this
    let to = used
    for (let at = start; at < end; at++) {
      const byte = source[at] as number
      if (byte < 0x21 || byte >= 0x80) return this.takeText(source, start, end)
      bytes[to++] = byte
    }
    this.next = to
    return to > used
  }

  /** Keeps what was taken as the reference of the row at this place. */
  keep(at: number): void {
    this.used = this.next
    this.ends[at] = this.used
  }

  /** How many bytes are kept. */
  length(): number {
    return this.used
  }

  /** Forgets every row. */
  clear(): void {
    this.used = 0
    this.next = 0
  }

  private takeText(source: Uint8Array, start: number, end: number): boolean {
    const text = Buffer.from(source.buffer, source.byteOffset + start, end - start).toString('utf8')
    const cleaned = Buffer.from(cleanText(text))
    this.makeRoom(cleaned.length)
    this.bytes.set(cleaned, this.used)
    this.next = this.used + cleaned.length
    return cleaned.length > 0
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + length))
    larger.set(this.bytes)
    this.bytes = larger
  }
}
