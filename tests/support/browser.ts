import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { root } from '../../tasks/run.ts'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Nothing may leave the machine while a page is looked at; the sandbox of Chromium does not start as root. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** Opens a headless Chromium: the one CHROME names, else one of the machine, else the one npm brought. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: browserArguments })
}

/** Where a Chromium lies. Throws where there is none and none can be unpacked. */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROME
  if (named !== undefined && named !== '') return named
  return installed.find((path) => existsSync(path)) ?? (await unpackBrowser())
}

/** Unpacks npm's Chromium once per version, beside the other caches; the rename makes it whole or absent. */
async function unpackBrowser(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chrome or Chromium, or name one in CHROME.')
  }
  const description = await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')
  const { version } = JSON.parse(description) as { version: string }
  const folder = join(root, `node_modules/.cache/chromium-${version}`)
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  const unpacking = `${folder}.${process.pid}`
  await mkdir(unpacking, { recursive: true })
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = unpacking
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
  // Another run may have been first; its copy is as good.
  await rename(unpacking, folder).catch(() => rm(unpacking, { recursive: true, force: true }))
  return program
}
