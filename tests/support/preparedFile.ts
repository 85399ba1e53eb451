import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { prepare } from '../../server/intake/prepare.ts'
import { prepareFile } from '../../server/intake/prepareFile.ts'
import type { PrepareOptions, PrepareRequest, Prepared } from '../../server/intake/prepare.ts'
import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'

export interface PreparedFile {
  readonly prepared: Prepared
  /** The rows of accepted.parquet, as DuckDB reads them: dates as text, big numbers as text. */
  readonly rows: Record<string, unknown>[]
  /** The rejects file, or null. */
  readonly rejectsText: string | null
}

export const testKey = Buffer.alloc(32, 7)
const testToday = '2026-01-15'

/** Prepares a file (a path, or its contents) in a temporary folder; rejects as `prepare` does, after checking that it left nothing behind. */
export async function prepareFileOf(
  contents: string | Buffer | { readonly path: string },
  request: Partial<PrepareRequest> = {},
  { columns = '*', ...options }: PrepareOptions & { readonly columns?: string } = {},
): Promise<PreparedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'prepare-test-'))
  try {
    const file = typeof contents === 'object' && 'path' in contents ? contents.path : join(folder, 'file.csv')
    if (typeof contents === 'string' || Buffer.isBuffer(contents)) await writeFile(file, contents)
    const before = await readdir(folder)
    const out = join(folder, 'accepted.parquet')
    const whole: PrepareRequest = {
      file,
      fileName: 'file.csv',
      feed: 'crime',
      profile: 'template',
      agency: null,
      partnership: westYorkshire,
      pseudonymKey: testKey,
      coverage: null,
      today: testToday,
      ...request,
      out,
    }
    // A worker for every small file would take most of the time of these tests.
    const preparing = options.signal ? prepare(whole, options) : prepareFile(whole, quiet)
    const prepared = await preparing.catch(async (error: unknown) => {
      const left = (await readdir(folder)).filter((name) => !before.includes(name))
      if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`, { cause: error })
      throw error
    })
    return {
      prepared,
      rows: await readParquet(out, columns),
      rejectsText: await textOf(prepared.rejectsFile),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The sentence with which a file is refused; throws when it is taken. */
export async function refusalOf(
  contents: string | Buffer | { readonly path: string },
  request: Partial<PrepareRequest> = {},
): Promise<string> {
  try {
    await prepareFileOf(contents, request)
  } catch (error) {
    if (error instanceof Error && error.name === 'IntakeRefusal') return error.message
    throw error
  }
  throw new Error('the file was taken')
}

const quiet = { onProgress: () => {}, throwIfCancelled: () => {} }

let reader: Promise<DuckDBConnection> | null = null

/** Every row of a Parquet file, read by an independent reader. */
export async function readParquet(path: string, columns = '*'): Promise<Record<string, unknown>[]> {
  reader ??= DuckDBInstance.create(':memory:').then((instance) => instance.connect())
  const rows = await (
    await reader
  ).runAndReadAll(`select ${columns} from read_parquet('${path}') order by seq`)
  return rows.getRowObjectsJson()
}

function textOf(path: string | null): Promise<string> | null {
  return path === null ? null : readFile(path, 'utf8')
}
