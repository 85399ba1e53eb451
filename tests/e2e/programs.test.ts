import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { joinAs } from '../support/signIn.ts'
import { accessibilityFaults, openPage, settled } from './openPage.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ env: { SAMPLE: 'none' } }), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

it('a token for programs is shown once, opens the read API, and opens nothing once it is revoked', async () => {
  const session = await joinAs(server, 'viewer')
  const { page, complaints, close } = await openPage(browser, `${server.url}/account`, { session })
  const ask = async (token: string) =>
    (await fetch(`${server.url}/api/v1/metrics`, { headers: { authorization: `Bearer ${token}` } })).status
  await page.getByLabel('What the token is for').fill('Quarterly report in R')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = (await page.locator('code.token').textContent())!
  expect(await ask(token)).toBe(200)
  expect(await ask(`${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`)).toBe(401)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.reload()
  await settled(page)
  const row = page.getByRole('row').filter({ hasText: 'Quarterly report in R' })
  expect(await page.locator('code.token').count()).toBe(0)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await row.getByText('Revoked').waitFor()
  expect(await ask(token)).toBe(401)
  expect(complaints).toEqual([])
  await close()
})
