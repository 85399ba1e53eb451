import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, run } from '../../tasks/run.ts'

/** Files that stand for the real ones, so that planted imports resolve. */
const targets = {
  'shared/metrics/metric.ts': 'export const metric = 1\n',
  'shared/feeds/feed.ts': 'export type Feed = { name: string }\n',
  'db/records/open.ts': 'export const open = 1\n',
  'server/app.ts': 'export const app = 1\n',
  'server/api/router.ts': 'export type Router = { name: string }\nexport const router = 1\n',
  'server/api/context.ts': 'export type Context = { name: string }\n',
  'server/metrics/aggregate.ts': 'export const aggregate = 1\n',
  'server/intake/commit.ts': 'export const commit = 1\n',
  'client/trpc.ts': 'export const trpc = 1\n',
  'tests/support/build.ts': 'export const build = 1\n',
}

const restricted = 'eslint(no-restricted-imports)'

const forbidden = [
  {
    what: 'shared importing db',
    file: 'shared/a.ts',
    source: `export { open } from '../db/records/open.ts'`,
  },
  {
    what: 'shared importing server lazily',
    file: 'shared/b.ts',
    source: `export const later = () => import('../server/app.ts')`,
  },
  { what: 'shared importing client', file: 'shared/c.ts', source: `export * from '../client/trpc.ts'` },
  { what: 'shared importing Node', file: 'shared/d.ts', source: `export { readFileSync } from 'node:fs'` },
  { what: 'shared importing a store library', file: 'shared/e.ts', source: `export { sql } from 'kysely'` },
  { what: 'db importing server', file: 'db/a.ts', source: `export { app } from '../server/app.ts'` },
  {
    what: 'db importing a type of the client',
    file: 'db/b.ts',
    source: `export type { trpc } from '../client/trpc.ts'`,
  },
  {
    what: 'server importing client',
    file: 'server/a.ts',
    source: `export { trpc } from '../client/trpc.ts'`,
  },
  {
    what: 'server importing tests',
    file: 'server/b.ts',
    source: `export { build } from '../tests/support/build.ts'`,
  },
  {
    what: 'metrics importing intake',
    file: 'server/metrics/a.ts',
    source: `export { commit } from '../intake/commit.ts'`,
  },
  {
    what: 'intake importing metrics',
    file: 'server/intake/readers/a.ts',
    source: `export { aggregate } from '../../metrics/aggregate.ts'`,
  },
  {
    what: 'TRPCError outside server/api',
    file: 'server/questions/a.ts',
    source: `export { TRPCError } from '@trpc/server'`,
  },
  {
    what: 'TRPCError in metrics',
    file: 'server/metrics/b.ts',
    source: `export { TRPCError } from '@trpc/server'`,
  },
  {
    what: 'TRPCError in intake',
    file: 'server/intake/b.ts',
    source: `export { TRPCError } from '@trpc/server'`,
  },
  {
    what: 'the client importing the router as a value',
    file: 'client/pages/a.ts',
    source: `export { router } from '../../server/api/router.ts'`,
  },
  {
    what: 'the client importing another server type',
    file: 'client/pages/b.ts',
    source: `export type { Context } from '../../server/api/context.ts'`,
  },
  {
    what: 'the client importing db',
    file: 'client/pages/c.ts',
    source: `export { open } from '../../db/records/open.ts'`,
  },
  {
    what: 'the client importing the tRPC server',
    file: 'client/d.ts',
    source: `export { TRPCError } from '@trpc/server'`,
  },
  {
    what: 'a cycle',
    file: 'shared/cycle/one.ts',
    source: `import { two } from './two.ts'\nexport const one = () => two`,
    rule: 'import(no-cycle)',
  },
]

const allowed = [
  {
    what: 'db importing shared',
    file: 'db/good.ts',
    source: `export { metric } from '../shared/metrics/metric.ts'`,
  },
  {
    what: 'intake importing the shared metrics',
    file: 'server/intake/good.ts',
    source: `export { metric } from '../../shared/metrics/metric.ts'`,
  },
  {
    what: 'server importing db',
    file: 'server/metrics/good.ts',
    source: `export { open } from '../../db/records/open.ts'`,
  },
  {
    what: 'TRPCError in server/api',
    file: 'server/api/good.ts',
    source: `export { TRPCError } from '@trpc/server'`,
  },
  {
    what: 'the client importing the type of the router',
    file: 'client/pages/good.ts',
    source: `export type { Router } from '../../server/api/router.ts'`,
  },
  {
    what: 'the client importing shared',
    file: 'client/good.ts',
    source: `export { metric } from '../shared/metrics/metric.ts'`,
  },
]

type Diagnostic = { filename: string; code: string }

let folder: string
let found: Diagnostic[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dashboard-boundaries-'))
  await copyFile(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const helper = { 'shared/cycle/two.ts': `import { one } from './one.ts'\nexport const two = () => one\n` }
  const planted = [...forbidden, ...allowed].map(({ file, source }) => [file, `${source}\n`] as const)
  for (const [file, source] of [...Object.entries({ ...targets, ...helper }), ...planted]) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), source)
  }
  const { code, output } = await run('node_modules/oxlint/bin/oxlint', [
    '--format=json',
    `--config=${join(folder, '.oxlintrc.json')}`,
    folder,
  ])
  expect(code).toBe(1)
  found = (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function codesIn(file: string): string[] {
  return found.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code)
}

describe('the boundary rules', () => {
  test.each(forbidden)('refuse $what', ({ file, rule }) => {
    expect(codesIn(file)).toContain(rule ?? restricted)
  })

  test.each(allowed)('accept $what', ({ file }) => {
    expect(codesIn(file)).toEqual([])
  })

  test('find nothing in files that import nothing', () => {
    for (const file of Object.keys(targets)) expect(codesIn(file)).toEqual([])
  })
})
