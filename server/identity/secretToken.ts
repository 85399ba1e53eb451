import { createHash, randomBytes } from 'node:crypto'

/** A secret that only its holder knows: 256 random bits in characters that fit a cookie and a link. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token, so that who reads the store cannot use it. The token is random: no salt is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
