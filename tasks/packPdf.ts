import { writeFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { doorTo } from '../server/cli/door.ts'
import { ConfigError, readConfig } from '../server/config.ts'
import type { Report } from '../shared/report/report.ts'
import { printReport } from './printReport.ts'

const usage = `Usage: npm run --silent pack:pdf -- NUMBER [FILE]
Prints the meeting pack of this number, as the dashboard shows it, to a tagged PDF. The dashboard must be running.`

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
    const body = (await response.json()) as { report: Report; name: string; message?: string }
    if (!response.ok) return complain(body.message ?? 'The dashboard could not answer.', 1)
    const browser = await openBrowser()
    if (browser === null)
      return complain(
        'No browser was found. Install Chromium or Chrome, or name one in CHROME; or open the pack in a browser and print it to PDF there.',
        1,
      )
    const file = given ?? body.name
    try {
      await writeFile(file, await printReport(browser, url, body.report))
    } finally {
      await browser.close()
    }
    process.stdout.write(`${file}\n`)
    return 0
  } catch (error) {
    if (error instanceof ConfigError) return complain(error.message, 1)
    throw error
  }
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
