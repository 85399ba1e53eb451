import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { openInstallation } from '../../../server/installation.ts'
import type { Receipt } from '../../../server/intake/receipt.ts'
import { contentsOf } from '../../../server/submissions/contents.ts'
import { crimeRecord, templateFile, times } from '../../build/feedRow.ts'
import { startCommand } from '../../support/commandLine.ts'
import { startServer } from '../../support/server.ts'

let folder: string
let dataDir: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-test-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** May 2024 with so many crimes of Leeds, numbered so that a longer file repeats a shorter one. */
const may = (crimes: number) =>
  templateFile(
    'crime',
    times(crimes, (index) => crimeRecord({ crime_ref: `M${index}` })),
  )

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

function runImport(...args: string[]) {
  return startCommand('server/cli/import.ts', args, { DATA_DIR: dataDir }).result
}

/** Rows held now, and submissions, as the stores themselves say after everything has stopped. */
async function held(): Promise<{ rows: number; submissions: number }> {
  const installation = await openInstallation(readConfig({ DATA_DIR: dataDir, SAMPLE: 'none' }))
  try {
    const contents = await contentsOf(installation.records)
    const rows = contents.reduce((sum, feed) => sum + Number(feed.current), 0)
    return { rows, submissions: installation.register.all().length }
  } finally {
    await installation.close()
  }
}

describe('the import command', () => {
  test('prints what came in, what changed and from what to what, and knows an identical file', async () => {
    const first = await runImport('--feed', 'crime', await fileOf('may.csv', may(40)))
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain('may.csv: committed as submission 1')
    expect(first.stdout).toMatch(/Rows read +40 \(UTF-8, commas between columns\)/)
    expect(first.stdout).toMatch(/Months new +May 2024: 40\n/)

    const again = await runImport('--feed', 'crime', join(folder, 'may.csv'))
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('identical to what is held')

    const more = await runImport('--feed', 'crime', await fileOf('more.csv', may(43)))
    expect(more.stdout).toMatch(/Months restated May 2024: 40 → 43\n/)
    expect(await held()).toEqual({ rows: 43, submissions: 2 })
  })

  test('asks for confirmation before much is withdrawn, and stores nothing until it has it', async () => {
    await runImport('--feed', 'crime', await fileOf('may.csv', may(40)))
    const less = await fileOf('less.csv', may(20))
    const asked = await runImport('--feed', 'crime', less)
    expect(asked.code).toBe(3)
    expect(asked.stdout).toContain('Leeds, May 2024: 20 of 40 rows')
    expect(await held()).toEqual({ rows: 40, submissions: 1 })
    expect((await runImport('--feed', 'crime', '--confirm', less)).code).toBe(0)
    expect(await held()).toEqual({ rows: 20, submissions: 2 })
  })

  test('takes several files in order, each its own submission, and stops at one it refuses', async () => {
    const june = templateFile(
      'crime',
      times(5, (index) => crimeRecord({ crime_ref: `J${index}`, recorded_date: '2024-06-03' })),
    )
    const files = [
      await fileOf('may.csv', may(3)),
      await fileOf('empty.csv', ''),
      await fileOf('june.csv', june),
    ]
    const result = await runImport('--feed', 'crime', '--json', ...files)
    expect(result.code).toBe(1)
    const receipts = result.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Receipt)
    expect(receipts.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['may.csv', 'committed'],
      ['empty.csv', 'refused'],
    ])
    expect(receipts[0]).toMatchObject({
      submission: 1,
      rowsRead: 3,
      accepted: 3,
      rejected: 0,
      monthsNew: [{ month: '2024-05', count: 3 }],
      monthsRestated: [],
    })
    expect(result.stderr).toContain('Stopped there: 1 more file was not tried.')
    expect(await held()).toEqual({ rows: 3, submissions: 1 })
  })

  test('stores nothing in a dry run', async () => {
    const result = await runImport('--feed', 'crime', '--dry-run', await fileOf('may.csv', may(3)))
    expect(result).toMatchObject({ code: 0 })
    expect(result.stdout).toContain('dry run: nothing was stored')
    expect(await held()).toEqual({ rows: 0, submissions: 0 })
  })

  test('refuses an unknown feed, profile or file with 1', async () => {
    const path = await fileOf('may.csv', may(3))
    expect(await runImport('--feed', 'robbery', path)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no feed ‘robbery’.'),
    })
    expect(await runImport('--feed', 'crime', '--profile', 'x', path)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no profile ‘x’.'),
    })
    expect(await runImport('--feed', 'crime', join(folder, 'nowhere.csv'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cannot be read'),
    })
    expect(await held()).toEqual({ rows: 0, submissions: 0 })
  })
})

describe('the import command beside a running dashboard', () => {
  test('goes through it, with the same receipts and exit codes', async () => {
    const server = await startServer({ dataDir, env: { SAMPLE: 'none' } })
    try {
      const path = await fileOf('may.csv', may(40))
      const result = await runImport('--feed', 'crime', path)
      expect(result).toMatchObject({ code: 0, stderr: '' })
      expect(result.stdout).toContain('may.csv: committed as submission 1')
      expect((await runImport('--feed', 'crime', path)).stdout).toContain('identical')
      expect((await runImport('--feed', 'crime', await fileOf('less.csv', may(20)))).code).toBe(3)
      expect(await runImport('--feed', 'crime', await fileOf('bad.csv', 'x\n1\n'))).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('bad.csv: The columns ‘crime_ref’'),
      })
      for (const unreadable of [join(folder, 'nowhere.csv'), folder]) {
        expect(await runImport('--feed', 'crime', unreadable)).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(/^Refused, nothing was stored\. The file \S+ cannot be read\./),
        })
      }
      expect(await readdir(join(dataDir, 'staging'))).toEqual([])
    } finally {
      await server.stop()
    }
    expect(await held()).toEqual({ rows: 40, submissions: 1 })
  })

  test('cancels there when it is cancelled here', async () => {
    const server = await startServer({ dataDir, env: { SAMPLE: 'none' } })
    try {
      const command = startCommand(
        'server/cli/import.ts',
        ['--feed', 'crime', await fileOf('large.csv', may(150_000))],
        { DATA_DIR: dataDir },
      )
      while ((await readdir(join(dataDir, 'staging'))).length < 2) await delay(10)
      command.process.kill('SIGINT')
      expect(await command.result).toMatchObject({
        code: 130,
        stderr: 'Cancelled: nothing of this file was stored.\n',
      })
      while ((await readdir(join(dataDir, 'staging'))).length > 0) await delay(10)
    } finally {
      await server.stop()
    }
    expect(await held()).toEqual({ rows: 0, submissions: 0 })
  })

  test('is open to nobody without the installation’s token', async () => {
    const server = await startServer({ dataDir, env: { SAMPLE: 'none' } })
    try {
      const response = await fetch(`${server.url}/api/import?request={}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: 'x',
      })
      expect(response.status).toBe(401)
    } finally {
      await server.stop()
    }
  })
})

describe('an import that is killed', () => {
  test('leaves either the old state or the new one', async () => {
    await runImport('--feed', 'crime', await fileOf('old.csv', may(10)))
    const large = await fileOf('large.csv', may(60_000))
    for (const after of [400, 900, 1500]) {
      const command = startCommand('server/cli/import.ts', ['--feed', 'crime', large], { DATA_DIR: dataDir })
      await delay(after)
      command.process.kill('SIGKILL')
      await command.result
      expect([
        { rows: 10, submissions: 1 },
        { rows: 60_000, submissions: 2 },
      ]).toContainEqual(await held())
    }
  })
})
