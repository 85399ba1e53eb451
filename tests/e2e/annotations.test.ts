import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startSampleServer } from '../support/sampleServer.ts'
import type { RunningServer } from '../support/server.ts'
import { accessibilityFaults, openPage, settled } from './openPage.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startSampleServer(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const metric = '/metrics/da.crimes'

describe('a note on a measure', () => {
  it('is written beside the chart, flagged on it, listed with it and taken along by every export', async () => {
    const { page, complaints, close } = await openPage(browser, server.url + metric)
    const flags = await page.locator('.ev .ltr').count()
    await page.getByRole('button', { name: 'Add a note' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('Month it belongs to').selectOption({ label: 'Mar 2025' })
    await page.getByLabel('Kind').selectOption({ label: 'Change of counting or recording' })
    await page.getByLabel('What happened, in a few words').fill('New recording system')
    await page.getByLabel(/^Link to what it rests on/).fill('https://example.org/minutes')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText('New recording system').first().waitFor()
    await settled(page)
    expect(await page.locator('.ev .ltr').count()).toBe(flags + 1)
    expect(await page.locator('.ev').first().textContent()).toContain('Noted by')

    const picture = (await downloaded(page, /^SVG/)).toString('utf8')
    const words = picture.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(/Mar 2025: New recording system\./.test(words)).toBe(true)
    const rows = (await downloaded(page, /^CSV/)).toString('utf8').split('\r\n')
    expect(rows.filter((row) => row.includes('Mar 2025: New recording system'))).toHaveLength(12)

    await page.goto(`${server.url}${metric}?tab=about`)
    await settled(page)
    expect(await page.locator('.about').textContent()).toMatch(/Mar 2025: New recording system\..*Noted by/)
    expect(await page.getByRole('link', { name: /^Read more about/ }).getAttribute('href')).toBe(
      'https://example.org/minutes',
    )
    await page.getByRole('button', { name: /^Change the note/ }).click()
    await page.getByLabel('Month it belongs to').selectOption({ label: 'Mar 2026' })
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText('Mar 2026: New recording system').waitFor()

    await page.goto(`${server.url}${metric}?tab=table`)
    await settled(page)
    // Twelve months are compared across it; the newest is October 2026.
    expect(await page.locator('tbody tr').filter({ hasText: '[b]' }).count()).toBe(8)
    await page.goto(server.url)
    await settled(page)
    const row = page.locator('table.sc tr').filter({ hasText: 'Domestic abuse crimes recorded' })
    expect(await row.locator('.chg').textContent()).toContain('The comparison spans a change')

    await page.goto(`${server.url}${metric}?tab=about`)
    await page.getByRole('button', { name: /^Withdraw the note/ }).click()
    await page.getByText('Mar 2026: New recording system').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await close()
  })
})

async function downloaded(page: Page, name: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ])
  return readFile(await file.path())
}
