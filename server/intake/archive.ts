import { createCipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * What was accepted, kept for as long as the figures are: per submission the accepted rows and the original bytes,
 * the latter encrypted under a key of its own. A file waits in staging until it is committed.
 */
export interface Archive {
  /** A new folder for one file on its way in; remove it with `discard`. */
  stage(): Promise<string>
  discard(folder: string): Promise<void>
  /** Encrypts the original into the staging folder; returns the key, base64. */
  seal(original: string, folder: string): Promise<string>
  /** Moves a staging folder to its place, on disk before it returns. */
  keep(folder: string, number: number): Promise<void>
  acceptedPath(number: number): string
  /** Removes the encrypted original; its key has been destroyed before. */
  removeOriginal(number: number): Promise<void>
  /** Removes everything kept of a submission. */
  remove(number: number): Promise<void>
  /** Removes kept folders that the register does not know: commits that never happened. */
  sweep(known: ReadonlySet<number>): Promise<void>
}

export const acceptedName = 'accepted.parquet'
const originalName = 'original.enc'

/** Opens the archive and an empty staging area below the data folder. */
export async function openArchive(dataDir: string): Promise<Archive> {
  const root = join(dataDir, 'archive')
  const staging = join(dataDir, 'staging')
  await mkdir(root, { recursive: true, mode: 0o700 })
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { recursive: true, mode: 0o700 })
  const folderOf = (number: number) => join(root, String(number).padStart(6, '0'))
  return {
    async stage() {
      const folder = join(staging, randomBytes(8).toString('hex'))
      await mkdir(folder, { mode: 0o700 })
      return folder
    },
    discard: (folder) => rm(folder, { recursive: true, force: true }),
    async seal(original, folder) {
      const key = randomBytes(32)
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const out = createWriteStream(join(folder, originalName), { mode: 0o600 })
      out.write(iv)
      await pipeline(createReadStream(original, { highWaterMark: 1 << 20 }), cipher, out, { end: false })
      await new Promise<void>((resolve, reject) => {
        out.once('error', reject)
        out.end(cipher.getAuthTag(), resolve)
      })
      return key.toString('base64')
    },
    async keep(folder, number) {
      for (const name of [acceptedName, originalName]) await flush(join(folder, name))
      await flush(folder)
      await rm(folderOf(number), { recursive: true, force: true })
      await rename(folder, folderOf(number))
      await flush(root)
    },
    acceptedPath: (number) => join(folderOf(number), acceptedName),
    async removeOriginal(number) {
      await rm(join(folderOf(number), originalName), { force: true })
    },
    async remove(number) {
      await rm(folderOf(number), { recursive: true, force: true })
    },
    async sweep(known) {
      for (const name of await readdir(root)) {
        if (!known.has(Number(name))) await rm(join(root, name), { recursive: true, force: true })
      }
    },
  }
}

/** Waits until a file's or folder's content is on disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
