import { createHmac } from 'node:crypto'
import { Blake2s } from '../blake2s.ts'
import { hashWords } from './rowGroup.ts'
import type { RawReferences } from './rowGroup.ts'

/**
 * Replaces references by keyed hashes of 128 bits: the same reference gives the same hash on this installation and
 * another on any other, and without the key no list of references can be matched. Each kind of reference (its field's
 * name) has a key of its own, so that equal numbers of a crime and a victim do not meet.
 */
export class ReferenceHash {
  private readonly blake: Blake2s

  constructor(key: Uint8Array, kind: string) {
    this.blake = new Blake2s(createHmac('sha256', key).update(`reference/${kind}`).digest(), hashWords * 4)
  }

  /** The hashes of so many rows, zeros where there is no reference; each is mixed into the row's key as well. */
  hashAll({ bytes, ends }: RawReferences, rowKeys: Int32Array): Int32Array {
    const { blake } = this
    const { digest } = blake
    const hashes = new Int32Array(rowKeys.length)
    let start = 0
    for (let row = 0, place = 0; place < rowKeys.length; row++, place += hashWords) {
      const end = ends[row] as number
      if (end === start) continue
      blake.hash(bytes, start, end)
      for (let word = 0; word < hashWords; word++) {
        hashes[place + word] = digest[word] as number
        rowKeys[place + word] = (rowKeys[place + word] as number) ^ (digest[word] as number)
      }
      start = end
    }
    return hashes
  }
}
