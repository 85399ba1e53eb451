import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../../tasks/run.ts'

const lock = JSON.stringify({ packages: { '': {}, 'node_modules/left': { version: '1.0.0' } } })

let folder: string

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** Lays what npm would have laid; the pinned Node is the one the tests run on. */
async function writeInstalled(record: string): Promise<void> {
  await write('node_modules/.package-lock.json', record)
  const bin = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin`)
  await mkdir(bin, { recursive: true })
  await symlink(process.execPath, join(bin, 'node'))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dashboard-bootstrap-'))
  await copyFile(join(root, 'run.mjs'), join(folder, 'run.mjs'))
  await write('package-lock.json', lock)
  await write('npm-cli.js', `console.error('npm: no network'); process.exit(7)`)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

function start(...args: string[]) {
  const child = spawn(process.execPath, [join(folder, 'run.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      npm_execpath: join(folder, 'npm-cli.js'),
      npm_node_execpath: process.execPath,
      npm_lifecycle_event: undefined,
    },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...said }))
  })
  return { child, ended }
}

describe.skipIf(process.platform === 'win32')('the bootstrap', () => {
  test('runs a task with its arguments, adds nothing to its output and ends with its code', async () => {
    await writeInstalled(lock)
    await write(
      'server/cli/import.ts',
      `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3`,
    )
    expect(await start('import', '--feed', 'crime', 'a b.csv').ended).toEqual({
      code: 3,
      stdout: '["--feed","crime","a b.csv"]\n',
      stderr: '',
    })
  })

  test('passes a request to stop on to the task', async () => {
    await writeInstalled(lock)
    await write(
      'tasks/start.ts',
      `process.on('SIGTERM', () => { console.log('closed'); process.exit(5) })
setInterval(() => {}, 1000)
console.log('ready')`,
    )
    const { child, ended } = start('start')
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 5, stdout: 'ready\nclosed\n', stderr: '' })
  })

  test('says what to do when the packages cannot be installed', async () => {
    const { code, stdout, stderr } = await start('start').ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('npm: no network\nInstalling the packages failed; npm’s message is above.')
  })

  test('installs again after an install that was cut short or of another version', async () => {
    await writeInstalled(lock.replace('1.0.0', '0.9.0'))
    await write(
      'npm-cli.js',
      `require('node:fs').writeFileSync(__dirname + '/node_modules/.package-lock.json', ${JSON.stringify(lock)})`,
    )
    await write('tasks/build.ts', `console.log('built')`)
    const first = await start('build').ended
    expect(first).toMatchObject({ code: 0, stdout: 'built\n' })
    expect(first.stderr).toContain('Installing packages')
    expect(await start('build').ended).toEqual({ code: 0, stdout: 'built\n', stderr: '' })
  })

  test('names its tasks when asked for one it does not know', async () => {
    const { code, stdout, stderr } = await start('launch').ended
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Usage: node run\.mjs start\|dev\|test\|/)
  })
})
