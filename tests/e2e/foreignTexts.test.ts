import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthRange } from '../../shared/periods/month.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import { attendanceRow, crimeRecord, templateFile, times, type FeedRow } from '../build/feedRow.ts'
import { launchBrowser } from '../support/browser.ts'
import { startCommand } from '../support/commandLine.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { joinAs } from '../support/signIn.ts'
import { openPage, settled, type OpenPage } from './openPage.ts'

/** Would show itself in each way in which a text could become script. */
const script = (name: string) => `${name}"'><svg onload=alert(1)><script>window.ran='${name}'</script>`

let server: RunningServer
let browser: Browser
let session: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ env: { SAMPLE: 'none' } }), launchBrowser()])
  const months = monthRange('2024-01', '2025-12')
  const crimes = months.flatMap((month) =>
    times(20, (i) =>
      crimeRecord({ crime_ref: `${month}-${i}`, recorded_date: `${month}-05`, offence_code: '8N' }),
    ),
  )
  await importRows('crime', script('file').replaceAll('/', '∕'), crimes, ['--reason', script('reason')])
  const events = months.flatMap((month) => [
    attendanceRow({
      event_date: `${month}-05`,
      title: script('event'),
      lead_agency: script('lead'),
      attending_agency: script('attending'),
    }),
  ])
  await importRows('attendance', 'events', events, ['--agency', 'leeds-council'])
  session = await joinAs(server, 'analyst')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function importRows(feed: FeedId, name: string, rows: readonly FeedRow[], args: readonly string[]) {
  const path = join(server.dataDir, `${name}.csv`)
  await writeFile(path, templateFile(feed, rows))
  const { code, stderr } = await startCommand(
    'server/cli/import.ts',
    ['--feed', feed, '--as-at', '2026-03-01', ...args, path],
    { DATA_DIR: server.dataDir },
  ).result
  if (code !== 0) throw new Error(`import ended with ${code}: ${stderr}`)
}

/** Opens an address and says what ran there that should not. */
async function opened(path: string): Promise<OpenPage> {
  const page = await openPage(browser, server.url + path, { session })
  page.page.on('dialog', (dialog) => {
    page.complaints.push(dialog.message())
    void dialog.dismiss()
  })
  return page
}

async function expectTextOnly({ page, complaints }: OpenPage): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
  expect(await page.locator('svg[onload], script:not([src])').count()).toBe(0)
  expect(complaints).toEqual([])
}

describe('script in what a person or a file supplies', () => {
  it('is text on every page that shows it', async () => {
    for (const [path, name] of [
      ['/data', script('file').replaceAll('/', '∕')],
      ['/data', script('reason')],
      ['/metrics/event.attendances?tab=breakdown&breakdown=lead_agency', script('lead')],
      ['/metrics/event.attendances?tab=breakdown&breakdown=attending_agency', script('attending')],
    ] as const) {
      const open = await opened(path)
      await open.page.getByText(name).first().waitFor({ timeout: 15_000 })
      await expectTextOnly(open)
      await open.close()
    }
  })

  it('is text in the titles of editions, wherever they are named', async () => {
    const open = await opened('/editions')
    await open.page.getByLabel('Title').fill(script('title'))
    await open.page.getByLabel('Date of the meeting').fill('2026-03-12')
    await open.page.getByLabel('Commentary').fill(script('commentary'))
    await open.page.getByRole('button', { name: 'Publish' }).click()
    await open.page.waitForURL(/\/editions\/1$/)
    await settled(open.page)
    for (const name of ['title', 'commentary'])
      expect(await open.page.getByText(script(name)).count()).toBeGreaterThan(0)
    await expectTextOnly(open)
    await open.close()
    for (const path of ['/?edition=1', '/metrics/da.crimes?edition=1']) {
      const later = await opened(path)
      await expectTextOnly(later)
      await later.close()
    }
  })

  it('is text in the picture that is taken out, which runs nothing when it is opened by itself', async () => {
    const open = await opened('/metrics/da.crimes?edition=1')
    const { page } = open
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^SVG/ }).click(),
    ])
    const svg = await readFile(await file.path(), 'utf8')
    expect(file.suggestedFilename()).toMatch(/^[\w.-]+\.svg$/)
    expect(svg.replaceAll(/<[^>]*>/g, '')).toContain('title')
    expect(svg).toContain('&lt;script&gt;')
    await expectTextOnly(open)
    const alone = await browser.newPage()
    const ran: string[] = []
    alone.on('dialog', (dialog) => {
      ran.push(dialog.message())
      void dialog.dismiss()
    })
    await alone.goto(`file://${await file.path()}`)
    await alone.waitForTimeout(300)
    expect(ran).toEqual([])
    expect(await alone.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
    const active = await alone.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => [
        ...(/script|parsererror|foreignobject|animate|^set$|^use$|^a$/i.test(element.localName)
          ? [element.localName]
          : []),
        ...element.getAttributeNames().filter((name) => /^on|href/i.test(name)),
      ]),
    )
    expect(active).toEqual([])
    await alone.close()
    await open.close()
  })
})
