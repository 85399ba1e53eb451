import { writeFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { doorTo } from '../server/cli/door.ts'
import { ConfigError, readConfig } from '../server/config.ts'
import type { Report } from '../shared/report/report.ts'
import { printReport } from './printReport.ts'

const usage = `Usage: npm run --silent pack:pdf -- NUMBER [FILE]
Prints the meeting pack of this number, as the dashboard shows it, to a tagged PDF. The first PDF of a published pack is
kept with its other files; from then on the command and the page give that one. The dashboard must be running.`

process.exit(await main(process.argv.slice(2)))

/** 0 printed, 1 cannot be printed, 2 not a proper command. */
async function main([number = '', given, ...more]: readonly string[]): Promise<number> {
  if (!/^[1-9]\d{0,5}$/.test(number) || more.length > 0) return complain(usage, 2)
  try {
    const door = doorTo(readConfig(process.env))
    if (door === null) return complain('The dashboard is not running. Start it, then print the pack.', 1)
    const url = `http://127.0.0.1:${door.port}`
    const response = await fetch(`${url}/api/packs/${number}/report`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.token}` },
    }).catch(() => null)
    if (response === null) return complain('The dashboard does not answer. Start it, then print the pack.', 1)
    const body = (await response.json()) as Answer
    if (!response.ok) return complain(body.message ?? 'The dashboard could not answer.', 1)
    const file = given ?? body.name
    if (body.pdf !== null) return await written(file, Buffer.from(body.pdf, 'base64'))
    const browser = await openBrowser()
    if (browser === null)
      return complain(
        'No browser was found. Install Chromium or Chrome, or name one in CHROME; or open the pack in a browser and print it to PDF there.',
        1,
      )
    try {
      const bytes = await printReport(browser, url, body.report)
      if (body.published) await keep(`${url}/api/packs/${number}/pdf`, { bytes, token: door.token })
      return await written(file, bytes)
    } finally {
      await browser.close()
    }
  } catch (error) {
    if (error instanceof ConfigError) return complain(error.message, 1)
    throw error
  }
}

interface Answer {
  readonly report: Report
  readonly name: string
  readonly published: boolean
  /** Base64 of the PDF that is kept; null where none is. */
  readonly pdf: string | null
  readonly message?: string
}

async function written(file: string, bytes: Uint8Array): Promise<number> {
  await writeFile(file, bytes)
  process.stdout.write(`${file}\n`)
  return 0
}

/** Hands the PDF of a published pack to the dashboard. Throws where it will not take it. */
async function keep(
  address: string,
  { bytes, token }: { readonly bytes: Uint8Array; readonly token: string },
): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ pdf: Buffer.from(bytes).toString('base64') }),
  })
  if (!response.ok) throw new Error(`the PDF was not kept: ${response.status}`)
}

/** Null where there is none: a server that was installed without development packages has its own or none. */
async function openBrowser(): Promise<Browser | null> {
  try {
    const { launchBrowser } = await import('../tests/support/browser.ts')
    return await launchBrowser()
  } catch {
    return null
  }
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
