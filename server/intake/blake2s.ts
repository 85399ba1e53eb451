const iv = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
)

// The order in which each of the ten rounds takes the message words (RFC 7693, section 2.7).
const sigma = Uint8Array.from(
  [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
  ].flat(),
)

const blockBytes = 64

/**
 * Keyed BLAKE2s (RFC 7693) of short messages, with the key's block worked out once: one compression hashes up to
 * 64 bytes in about 0.3 µs, where HMAC-SHA-256 through node:crypto takes 5 µs.
 */
export class Blake2s {
  /** The digest of the last message, as little-endian words; only the first `digestBytes` count. */
  readonly digest = new Int32Array(8)
  private readonly keyed = new Int32Array(8)
  private readonly words = new Int32Array(16)
  private readonly bytes = new Uint8Array(this.words.buffer)

  constructor(key: Uint8Array, digestBytes: number) {
    if (key.length < 1 || key.length > 32) throw new Error(`invalid key length: ${key.length}`)
    if (digestBytes < 1 || digestBytes > 32) throw new Error(`invalid digest length: ${digestBytes}`)
    this.digest.set(iv)
    this.digest[0] = (iv[0] as number) ^ 0x01010000 ^ (key.length << 8) ^ digestBytes
    this.bytes.set(key)
    this.compress(blockBytes, 0)
    this.keyed.set(this.digest)
  }

  /** Hashes the bytes from `start` to `end` (at least one) into `digest`. */
  hash(message: Uint8Array, start: number, end: number): void {
    const { bytes, words, digest, keyed } = this
    digest.set(keyed)
    let total = blockBytes
    for (let at = start; at < end;) {
      const length = Math.min(blockBytes, end - at)
      words.fill(0)
      for (let i = 0; i < length; i++) bytes[i] = message[at + i] as number
      at += length
      total += length
      this.compress(total, at === end ? -1 : 0)
    }
  }

  /**
   * The compression function (section 3.2): `total` bytes so far, `last` −1 for the last block.
   * Sixteen local variables instead of an array, because that makes it ten times faster.
   */
  private compress(total: number, last: number): void {
    const h = this.digest
    const m = this.words
    let v0 = at(h, 0)
    let v1 = at(h, 1)
    let v2 = at(h, 2)
    let v3 = at(h, 3)
    let v4 = at(h, 4)
    let v5 = at(h, 5)
    let v6 = at(h, 6)
    let v7 = at(h, 7)
    let v8 = at(iv, 0)
    let v9 = at(iv, 1)
    let va = at(iv, 2)
    let vb = at(iv, 3)
    let vc = at(iv, 4) ^ total
    let vd = at(iv, 5)
    let ve = at(iv, 6) ^ last
    let vf = at(iv, 7)
    for (let s = 0; s < 160; s += 16) {
      v0 = (v0 + v4 + word(m, s + 0)) | 0
      vc = turn(vc ^ v0, 16)
      v8 = (v8 + vc) | 0
      v4 = turn(v4 ^ v8, 12)
      v0 = (v0 + v4 + word(m, s + 1)) | 0
      vc = turn(vc ^ v0, 8)
      v8 = (v8 + vc) | 0
      v4 = turn(v4 ^ v8, 7)

      v1 = (v1 + v5 + word(m, s + 2)) | 0
      vd = turn(vd ^ v1, 16)
      v9 = (v9 + vd) | 0
      v5 = turn(v5 ^ v9, 12)
      v1 = (v1 + v5 + word(m, s + 3)) | 0
      vd = turn(vd ^ v1, 8)
      v9 = (v9 + vd) | 0
      v5 = turn(v5 ^ v9, 7)

      v2 = (v2 + v6 + word(m, s + 4)) | 0
      ve = turn(ve ^ v2, 16)
      va = (va + ve) | 0
      v6 = turn(v6 ^ va, 12)
      v2 = (v2 + v6 + word(m, s + 5)) | 0
      ve = turn(ve ^ v2, 8)
      va = (va + ve) | 0
      v6 = turn(v6 ^ va, 7)

      v3 = (v3 + v7 + word(m, s + 6)) | 0
      vf = turn(vf ^ v3, 16)
      vb = (vb + vf) | 0
      v7 = turn(v7 ^ vb, 12)
      v3 = (v3 + v7 + word(m, s + 7)) | 0
      vf = turn(vf ^ v3, 8)
      vb = (vb + vf) | 0
      v7 = turn(v7 ^ vb, 7)

      v0 = (v0 + v5 + word(m, s + 8)) | 0
      vf = turn(vf ^ v0, 16)
      va = (va + vf) | 0
      v5 = turn(v5 ^ va, 12)
      v0 = (v0 + v5 + word(m, s + 9)) | 0
      vf = turn(vf ^ v0, 8)
      va = (va + vf) | 0
      v5 = turn(v5 ^ va, 7)

      v1 = (v1 + v6 + word(m, s + 10)) | 0
      vc = turn(vc ^ v1, 16)
      vb = (vb + vc) | 0
      v6 = turn(v6 ^ vb, 12)
      v1 = (v1 + v6 + word(m, s + 11)) | 0
      vc = turn(vc ^ v1, 8)
      vb = (vb + vc) | 0
      v6 = turn(v6 ^ vb, 7)

      v2 = (v2 + v7 + word(m, s + 12)) | 0
      vd = turn(vd ^ v2, 16)
      v8 = (v8 + vd) | 0
      v7 = turn(v7 ^ v8, 12)
      v2 = (v2 + v7 + word(m, s + 13)) | 0
      vd = turn(vd ^ v2, 8)
      v8 = (v8 + vd) | 0
      v7 = turn(v7 ^ v8, 7)

      v3 = (v3 + v4 + word(m, s + 14)) | 0
      ve = turn(ve ^ v3, 16)
      v9 = (v9 + ve) | 0
      v4 = turn(v4 ^ v9, 12)
      v3 = (v3 + v4 + word(m, s + 15)) | 0
      ve = turn(ve ^ v3, 8)
      v9 = (v9 + ve) | 0
      v4 = turn(v4 ^ v9, 7)
    }
    h[0] = at(h, 0) ^ v0 ^ v8
    h[1] = at(h, 1) ^ v1 ^ v9
    h[2] = at(h, 2) ^ v2 ^ va
    h[3] = at(h, 3) ^ v3 ^ vb
    h[4] = at(h, 4) ^ v4 ^ vc
    h[5] = at(h, 5) ^ v5 ^ vd
    h[6] = at(h, 6) ^ v6 ^ ve
    h[7] = at(h, 7) ^ v7 ^ vf
  }
}

function at(words: Int32Array, index: number): number {
  return words[index] as number
}

/** The message word that a round takes at a place of sigma. */
function word(message: Int32Array, place: number): number {
  return message[sigma[place] as number] as number
}

function turn(word: number, right: number): number {
  return (word >>> right) | (word << (32 - right))
}
