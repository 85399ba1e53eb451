import { describe, expect, test } from 'vitest'
import { Blake2s } from '../../../server/intake/blake2s.ts'
import { ReferenceHash } from '../../../server/intake/stage/referenceHash.ts'
import { References } from '../../../server/intake/stage/references.ts'

const key = Uint8Array.from({ length: 32 }, (_, index) => index)

function digest(message: Buffer, bytes: number): string {
  const blake = new Blake2s(key, bytes)
  blake.hash(message, 0, message.length)
  return Buffer.from(blake.digest.buffer, 0, bytes).toString('hex')
}

function hashOf(reference: string, { of = key, kind = 'crime_ref' } = {}): string | null {
  const references = new References(1)
  const bytes = Buffer.from(`,${reference},`)
  const isPresent = references.take(bytes, 1, bytes.length - 1)
  references.keep(0)
  const rowKeys = new Int32Array(4)
  const hashes = new ReferenceHash(of, kind).hashAll(references, rowKeys)
  expect(rowKeys).toEqual(hashes)
  return isPresent ? Buffer.from(hashes.buffer).toString('hex') : null
}

describe('keyed BLAKE2s', () => {
  // The published test vector for one zero byte; the others by Python's hashlib.blake2s(…, key=bytes(range(32))).
  test('gives the published digests', () => {
    expect(digest(Buffer.from([0]), 32)).toBe(
      '40d15fee7c328830166ac3f918650f807e7e01e177258cdc0a39b11f598066f1',
    )
    expect(digest(Buffer.from('13250012345'), 16)).toBe('8de0e39a77b02255a8386e4dbdd08f60')
    expect(digest(Buffer.from('a'.repeat(64)), 16)).toBe('dc1489a4ef21e9cf5a85f78c50fb703b')
    expect(digest(Buffer.from('a'.repeat(65)), 16)).toBe('bf0656d54080b8540280285e9722f1a8')
    expect(digest(Buffer.from(Array.from({ length: 200 }, (_, index) => index)), 16)).toBe(
      '42a6f8ff590af21b512e9e088257aa34',
    )
  })
})

describe('hashing references', () => {
  test('gives the same hash for the same reference, whatever blanks surround it', () => {
    expect(hashOf('WYP/1')).toBe(hashOf('  WYP/1 '))
    expect(hashOf('WYP/1')).toBe(hashOf('\u200BWYP/1\uFEFF'))
    expect(hashOf('WYP 1')).toBe(hashOf('WYP\u00A0 1'))
  })

  test('gives another hash for another reference, kind of reference or key', () => {
    const hashes = [
      hashOf('WYP/1'),
      hashOf('WYP/2'),
      hashOf('wyp/1'),
      hashOf('WYP/1', { kind: 'victim_ref' }),
      hashOf('WYP/1', { of: key.map((byte) => byte ^ 1) }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('has no hash for a blank', () => {
    expect(hashOf('')).toBeNull()
    expect(hashOf(' \u200B ')).toBeNull()
  })
})
