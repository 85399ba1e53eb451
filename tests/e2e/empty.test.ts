import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { joinAs } from '../support/signIn.ts'
import { accessibilityFaults, openPage, sidewaysScroll } from './openPage.ts'

let server: RunningServer
let browser: Browser
let session: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ env: { SAMPLE: 'none' } }), launchBrowser()])
  session = await joinAs(server, 'analyst')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('a dashboard with nothing in it', () => {
  it.each(['/', '/metrics/ms.crimes'])('says at %s what to do first', async (path) => {
    const { page, complaints, close } = await openPage(browser, server.url + path, {
      width: 390,
      height: 844,
      session,
    })
    expect(await page.locator('h1').textContent()).toMatch(/Nothing has been loaded yet/)
    expect(await page.getByText('npm run --silent import -- --feed crime').count()).toBe(1)
    expect(await page.getByText('Synthetic sample data').count()).toBe(0)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('offers a template for every feed', async () => {
    const { page, close } = await openPage(browser, server.url, { session })
    const links = page.locator('.templates a')
    await links.first().waitFor()
    expect(await links.count()).toBe(5)
    for (const link of await links.all()) {
      const answer = await page.request.get(server.url + (await link.getAttribute('href')))
      expect(answer.ok()).toBe(true)
      expect((await answer.text()).split(',').length).toBeGreaterThan(3)
    }
    await close()
  })
})
