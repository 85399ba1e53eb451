import { isAscii, isUtf8 } from 'node:buffer'
import { isUndefinedIn1252 } from './encoding.ts'

/** What the bytes above 127 of a file are: characters of UTF-8, or bytes that cannot be. */
export class Utf8Census {
  /** Whether there is a character of UTF-8 beyond ASCII. */
  hasCharacters = false
  /** Where the first byte lies that is not UTF-8; -1 while there is none. */
  firstInvalid = -1
  /** Whether a byte is neither UTF-8 nor a character of Windows-1252. */
  hasUndefined = false

  /** Takes the next bytes, which begin at `offset` in the file, and returns how many at their end belong to the following. */
  take(bytes: Buffer, offset: number, last: boolean): number {
    const carried = last ? 0 : unfinished(bytes)
    const whole = bytes.subarray(0, bytes.length - carried)
    if (isAscii(whole)) return carried
    if (isUtf8(whole)) this.hasCharacters = true
    else this.sift(whole, offset)
    return carried
  }

  private sift(bytes: Buffer, offset: number): void {
    for (let at = 0; at < bytes.length;) {
      const byte = bytes[at] as number
      const length = byte < 0x80 ? 1 : sequenceLength(byte)
      if (
        length > 0 &&
        at + length <= bytes.length &&
        (length === 1 || isUtf8(bytes.subarray(at, at + length)))
      ) {
        if (length > 1) this.hasCharacters = true
        at += length
        continue
      }
      if (this.firstInvalid < 0) this.firstInvalid = offset + at
      if (isUndefinedIn1252(byte)) this.hasUndefined = true
      at++
    }
  }
}

/** Bytes of the character that a lead byte begins; 0 when it begins none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  if (lead >= 0xf0 && lead <= 0xf4) return 4
  return 0
}

/** How many bytes at the end begin a character without finishing it: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}
