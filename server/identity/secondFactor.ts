import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const issuer = 'Partnership performance dashboard'
const step = 30

/** A new secret for an authenticator app: base32 for typing, and the address that its QR code holds. */
export function newSecondFactor(email: string): { secret: string; address: string } {
  const secret = new Secret({ buffer: Uint8Array.from(randomBytes(20)).buffer })
  return { secret: secret.base32, address: totpOf(secret.base32, email).toString() }
}

/**
 * The time step of a right code (RFC 6238, 30 seconds, one step of slack either way), or null. A step at or before
 * `lastStep` was used already and is refused, so a code overheard works for nobody.
 */
export function secondFactorStep(
  code: string,
  secret: string,
  { now, lastStep }: { readonly now: Date; readonly lastStep: number | null },
): number | null {
  const delta = totpOf(secret, '').validate({
    token: code.replaceAll(/\s/g, ''),
    timestamp: now.getTime(),
    window: 1,
  })
  if (delta === null) return null
  const used = Math.floor(now.getTime() / 1000 / step) + delta
  return lastStep !== null && used <= lastStep ? null : used
}

// Without letters and digits that are mistaken for one another on paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of fifty bits for the day on which the telephone is lost. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 10 }, () => `${group()}-${group()}`)
}

/** What is stored of a recovery code; keyed, because fifty bits alone could be searched. */
export function recoveryCodeHash(code: string, key: Buffer): string {
  const plain = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return createHmac('sha256', key).update(`recovery ${plain}`).digest('hex')
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: step,
  })
}
