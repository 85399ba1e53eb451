import { openAsBlob } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { openInstallation } from '../installation.ts'
import type { ImportOptions } from '../intake/importRequest.ts'
import { importResult } from '../intake/importResult.ts'
import type { ImportResult } from '../intake/importResult.ts'
import type { ImportMessage, ImportQuery } from '../intake/importRoute.ts'
import { DataDirInUse } from '../ownDataDir.ts'
import { doorTo, type Door } from './door.ts'

/** Takes files in, by whichever process holds the data folder. */
export interface Importer {
  /** Imports the file at `path`. */
  take(path: string, query: ImportQuery, options: ImportOptions): Promise<ImportResult>
  close(): Promise<void>
}

/** Opens the stores here, or reaches the running server that has them open. Throws DataDirInUse where neither goes. */
export async function openImporter(config: Config): Promise<Importer> {
  try {
    const installation = await openInstallation(config)
    return {
      take: (path, query, options) =>
        importResult(installation, { ...query, path, synthetic: false }, options),
      close: () => installation.close(),
    }
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error
    return serverImporter(doorTo(config) ?? raise(error))
  }
}

function raise(error: Error): never {
  throw error
}

function serverImporter({ port, token }: Door): Importer {
  return {
    async take(path, query, { onProgress, signal }) {
      const refused = (sentence: string): ImportResult => ({
        kind: 'refused',
        file: query.fileName,
        sentence,
      })
      if (!(await isReadableFile(path)))
        return refused(
          `The file ${query.fileName} cannot be read. Check that it exists and that you may open it.`,
        )
      const file = await openAsBlob(path)
      const url = new URL(`http://127.0.0.1:${port}/api/import`)
      url.searchParams.set('request', JSON.stringify(query))
      const response = await fetch(url, {
        method: 'POST',
        // Progress must come as it happens, not when a compressor has gathered enough.
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/octet-stream',
          'x-no-compression': '1',
        },
        body: file,
        signal: signal ?? null,
      })
      if (!response.ok || response.body === null)
        return refused(`The running dashboard did not take the file (${response.status}).`)
      for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {
        const message = JSON.parse(line) as ImportMessage
        if (message.kind === 'progress') onProgress?.(message.progress)
        else return message.kind === 'result' ? message.result : refused(message.sentence)
      }
      return refused(
        'The running dashboard ended before it answered. Look at its Data page or run the import again: an identical file changes nothing.',
      )
    },
    close: async () => {},
  }
}

/** Whether there is a file that this account may read; a folder opens too, but has no bytes. */
async function isReadableFile(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => null)
  if (handle === null) return false
  try {
    return (await handle.stat()).isFile()
  } finally {
    await handle.close()
  }
}
