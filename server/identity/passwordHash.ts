import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** What one guess at a password costs, in the terms of scrypt. */
export type PasswordCost = Required<Pick<ScryptOptions, 'N' | 'r' | 'p' | 'maxmem'>>

// OWASP Password Storage Cheat Sheet: scrypt with N = 2^15, r = 8, p = 3 equals N = 2^17, p = 1 in a quarter of the memory.
export const usualCost: PasswordCost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const keyLength = 32
const format = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/

// Each hash takes 32 MB for a fifth of a second: many at once would be an attack in itself.
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** `scrypt$N$r$p$salt$hash`: what is stored of a password, with the cost it was made at. */
export async function hashPassword(password: string, cost = usualCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/**
 * Whether the password is the one that was hashed. Without a hash (no such account, or none with a password) the same
 * work is done and the answer is false, so that time does not tell which accounts exist.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
  cost = usualCost,
): Promise<boolean> {
  const parts = stored === null ? null : format.exec(stored)
  const [, n, r, p, salt, hash] = parts ?? []
  if (!salt || !hash) {
    await derive(password, randomBytes(16), cost)
    return false
  }
  const options = { N: Number(n), r: Number(r), p: Number(p), maxmem: 256 * 1024 * 1024 }
  const given = await derive(password, Buffer.from(salt, 'base64url'), options)
  return timingSafeEqual(given, Buffer.from(hash, 'base64url'))
}

async function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await new Promise((resolve, reject) => {
      // The same password typed on another keyboard may be composed of other code points.
      scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
        error ? reject(error) : resolve(key),
      )
    })
  } finally {
    running--
    waiting.shift()?.()
  }
}
