import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startSampleServer } from '../support/sampleServer.ts'
import type { RunningServer } from '../support/server.ts'
import { accessibilityFaults, openPage, settled, sidewaysScroll } from './openPage.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startSampleServer(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('a board member', () => {
  it('goes from what changed to its evidence and prints it', async () => {
    const { page, complaints, close } = await openPage(browser, server.url)
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1')).toMatch(/MediaBox\s*\[0 0 84\d/)
    await page
      .getByRole('link', { name: /^See the evidence/ })
      .first()
      .click()
    await page.waitForURL(/\/metrics\//)
    await page.locator('.rail section').first().waitFor()
    await settled(page)
    expect(await page.title()).toMatch(/ – Partnership performance dashboard$/)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThan(4)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('an analyst', () => {
  it('filters, breaks down, notes what happened and copies a link that brings it all back', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/metrics/da.crimes`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByLabel('Area').selectOption('Leeds')
    await page.getByRole('link', { name: 'Breakdown' }).click()
    await page.getByLabel('Shown as').selectOption({ label: 'Over time, in one chart' })
    await page.getByLabel('By themselves').selectOption({ label: 'The 3 largest, the rest together' })
    await page.getByLabel('Share of the whole').check()
    await page.waitForURL(/share=1/)
    await page.locator('path.ixl').first().waitFor()
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('group', { name: /^Domestic abuse crimes recorded by/ }).focus()
    await page.keyboard.press('End')
    const read = await page.locator('.readout').textContent()
    expect(read).toMatch(/^Oct 2026: .*%; .*%; .*%; \d+ others .*%\.$/)
    await page.getByRole('button', { name: 'Copy link', exact: true }).click()
    await page.getByText('Link copied').first().waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())

    await page.getByLabel('And by').selectOption({ label: 'Sex of the victim' })
    await page.locator('table.cross').waitFor()
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByRole('link', { name: 'Chart', exact: true }).click()
    await page.getByRole('button', { name: 'Add a note' }).click()
    await page.getByLabel('What happened, in a few words').fill('Campaign in the city centre')
    await page.getByLabel('Leeds only').check()
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText('Campaign in the city centre').waitFor()

    await page.goto(link)
    await settled(page)
    await page.getByRole('group', { name: /^Domestic abuse crimes recorded by/ }).focus()
    await page.keyboard.press('End')
    expect(await page.locator('.readout').textContent()).toBe(read)
    expect(complaints).toEqual([])
    await close()
  })

  it('sorts the table and copies it as it stands', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/metrics/ms.crimes?tab=table`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Crimes', exact: true }).click()
    const shown = await page.locator('tbody td b').allTextContents()
    expect(shown.map(Number)).toEqual(shown.map(Number).toSorted((a, b) => b - a))
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe('Crimes')
    await page.getByRole('button', { name: 'Copy table' }).click()
    await page.getByText('The table has been copied.').waitFor()
    const rows = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(rows[0]?.split('\t').slice(0, 2)).toEqual(['Period', 'Crimes'])
    expect(rows[1]?.split('\t')[1]).toBe(shown[0])
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

describe('what cannot be shown', () => {
  it('says that there is no such area, and does not offer to ask again', async () => {
    const { page, close } = await openPage(browser, `${server.url}/metrics/ms.crimes?area=E99999999`)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  it('says that the server does not answer, keeps what is shown, and asks again when it does', async () => {
    const { page, close } = await openPage(browser, server.url)
    await page.context().setOffline(true)
    await page.getByText('The server does not answer').waitFor({ timeout: 30_000 })
    expect(await page.locator('table.sc tbody tr').count()).toBeGreaterThan(15)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText('The server does not answer').waitFor({ state: 'detached' })
    await close()
  })

  it('keeps the layout while figures are on their way', async () => {
    const { page, close } = await openPage(browser, `${server.url}/accessibility`)
    await page.route('**/api/trpc/**overview**', () => undefined)
    await page.goto(`${server.url}/areas/E08000035`)
    await page.locator('table.ar td.blank').first().waitFor()
    expect(await page.locator('table.ar td.blank').count()).toBe(14)
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })
})

describe.each([
  '/metrics/ms.crimes?tab=districts',
  '/metrics/da.crimes?tab=breakdown&view=overlaid',
  '/metrics/da.crimes?tab=breakdown&by2=victim_sex',
  '/accessibility',
  '/metrics/ms.crimes?tab=table',
  '/data',
  '/',
])('%s', (path) => {
  it('reflows at 320 pixels', async () => {
    const { page, complaints, close } = await openPage(browser, server.url + path, { width: 320 })
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})
