import { createHmac } from 'node:crypto'
import { Blake2s } from '../blake2s.ts'
import { cleanText } from './cleanText.ts'

/**
 * Replaces references by keyed hashes of 128 bits: the same reference gives the same hash on this installation and
 * another on any other, and without the key no list of references can be matched. Each kind of reference (its field's
 * name) has a key of its own, so that equal numbers of a crime and a victim do not meet.
 */
export class ReferenceHash {
  /** The last hash, as four little-endian words. */
  readonly words: Int32Array
  private readonly blake: Blake2s

  constructor(key: Uint8Array, kind: string) {
    this.blake = new Blake2s(createHmac('sha256', key).update(`reference/${kind}`).digest(), 16)
    this.words = this.blake.digest
  }

  /** Hashes the reference that lies in `bytes`; blanks around it and invisible characters do not count. False when it is blank. */
  take(bytes: Uint8Array, start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      // Spaces within and anything beyond ASCII may be written in several ways.
      if ((bytes[at] as number) >= 0x80 || (bytes[at] as number) < 0x21)
        return this.takeText(textOf(bytes, start, end))
    }
    if (start === end) return false
    this.blake.hash(bytes, start, end)
    return true
  }

  private takeText(text: string): boolean {
    const bytes = Buffer.from(cleanText(text))
    if (bytes.length > 0) this.blake.hash(bytes, 0, bytes.length)
    return bytes.length > 0
  }
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start, end)
}
