import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { precompress } from './precompress.ts'
import { root, run } from './run.ts'

const output = join(root, 'dist/client')
const stamp = join(root, 'dist/client.stamp')
const inputs = ['client/**/*', 'shared/**/*', 'vite.config.ts', 'package-lock.json', 'tasks/precompress.ts']

/** A fingerprint of everything the client is built from: file names and contents, not dates, which a clone resets. */
async function fingerprint(): Promise<string> {
  const files: string[] = []
  for await (const entry of glob(inputs, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file))
  return hash.digest('hex')
}

async function isFresh(current: string): Promise<boolean> {
  if (!existsSync(join(output, 'index.html'))) return false
  return (await readFile(stamp, 'utf8').catch(() => '')) === current
}

/**
 * Builds the client into dist/client unless it was built from exactly these sources. The stamp is written last, so
 * an interrupted build counts as stale. Throws what the bundler says is wrong.
 */
export async function buildClientIfStale({
  onBuild = () => {},
}: { onBuild?: () => void } = {}): Promise<void> {
  const current = await fingerprint()
  if (await isFresh(current)) return
  onBuild()
  await rm(stamp, { force: true })
  const args = ['build', '--config', 'vite.config.ts', '--mode', 'production', '--logLevel', 'error']
  const { code, output: said } = await run('node_modules/vite/bin/vite.js', args, { NODE_ENV: 'production' })
  if (code !== 0) throw new Error(said.trim())
  await precompress(output)
  await writeFile(stamp, current)
}
