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

describe('the suggested questions', () => {
  it('are found from the head of every page, filtered by the address, set aside with a reason and taken up again', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/metrics`)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Scrutiny' }).click()
    await page.locator('article.sg').first().waitFor({ timeout: 60_000 })
    await settled(page)
    expect(await page.locator('main h1').textContent()).toMatch(/questions the evidence suggests$/)
    expect(await page.locator('.scrutiny > .dek').textContent()).toMatch(
      /series were looked at.*at most 5% of those are expected to be chance/,
    )
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByLabel('Kind').selectOption({ label: 'Missing return' })
    await settled(page)
    expect(new URL(page.url()).searchParams.get('kind')).toBe('missingReturn')
    const missing = page.locator('article.sg')
    expect(await missing.count()).toBe(1)
    expect(await missing.textContent()).toContain('When will Kirklees Council send its returns')

    await missing.getByRole('button', { name: /^Dismiss/ }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('Why, for colleagues').fill('They sent it this morning.')
    await page.getByRole('button', { name: 'Set aside' }).click()
    await missing.waitFor({ state: 'detached' })
    await settled(page)
    expect(await page.locator('main h1').textContent()).toBe('No suggestion fits these filters')

    await page.getByRole('link', { name: 'Show 1 dismissed' }).click()
    await settled(page)
    expect(await missing.textContent()).toMatch(/Set aside by .*: They sent it this morning\./)
    await page.reload()
    await settled(page)
    await missing.getByRole('button', { name: /^Take it up again/ }).click()
    await missing.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Back to the suggestions' }).click()
    await missing.waitFor()
    await missing.getByRole('button', { name: /^Make it a question/ }).click()
    await page.waitForURL(/\/scrutiny\/questions\/\d+/)
    await settled(page)
    await page.getByRole('heading', { level: 1, name: /^When will Kirklees Council send/ }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('fit a phone', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/scrutiny`, { width: 390 })
    await page.locator('article.sg').first().waitFor({ timeout: 60_000 })
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('are not for readers who prepare none: there is no tab to them, and the page says whom to ask', async () => {
    const { page, close } = await openPage(browser, `${server.url}/scrutiny`, { role: 'viewer' })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('link', { name: 'Suggestions' }).count()).toBe(0)
    expect(await page.locator('article.sg').count()).toBe(0)
    await close()
  })
})
