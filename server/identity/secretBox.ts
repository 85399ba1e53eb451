import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Encrypts small secrets under the installation's identity key, so that a copy of the store alone gives none away. */
export interface SecretBox {
  seal(text: string): string
  /** Throws when the text was not sealed under this key. */
  open(sealed: string): string
}

/** A box for a 32-byte key: AES-256-GCM, written as base64url of nonce, tag and text. */
export function secretBox(key: Buffer): SecretBox {
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}
