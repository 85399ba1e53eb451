/** The character encodings that are recognised, by the names that the receipt shows. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252'

/** What the beginning of a file tells of its encoding; `marked` when a byte order mark says so. */
export interface EncodingGuess {
  readonly encoding: Encoding
  readonly marked: boolean
  /** Length of the byte order mark. */
  readonly skip: number
}

/**
 * The encoding as the first bytes show it. Windows-1252 cannot be told from UTF-8 here: only a whole file that is not
 * valid UTF-8 is (see `scanFile`).
 */
export function guessEncoding(head: Buffer): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'UTF-8', marked: true, skip: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'UTF-16LE', marked: true, skip: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'UTF-16BE', marked: true, skip: 2 }
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const half = head.length / 2
  const [even = 0, odd = 0] = zeros
  // Western text in UTF-16 has a zero in nearly every second byte, and none in the others.
  if (odd > half * 0.7 && even < half * 0.05) return { encoding: 'UTF-16LE', marked: false, skip: 0 }
  if (even > half * 0.7 && odd < half * 0.05) return { encoding: 'UTF-16BE', marked: false, skip: 0 }
  return { encoding: 'UTF-8', marked: false, skip: 0 }
}

/** Turns bytes into text, piece by piece; throws on bytes that are none of the encoding's characters. */
export type Decoder = (bytes: Uint8Array, last: boolean) => string

/** The decoder of an encoding. */
export function decoderOf(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true, ignoreBOM: true })
  return (bytes, last) => decoder.decode(bytes, { stream: !last })
}

/** Five bytes have no meaning in Windows-1252; a file that holds one is in neither it nor UTF-8. */
export function isUndefinedIn1252(byte: number): boolean {
  return byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d
}
