import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { accessibilityFaults, openPage, settled } from './openPage.ts'

const server = { url: inject('sampleAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('the search', () => {
  it('opens by keyboard, finds by a few letters and goes there without the pointer', async () => {
    const { page, complaints, close } = await openPage(browser, server.url)
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: /^Find a measure/ })
    await field.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await field.fill('wakef')
    expect(await page.getByRole('option').first().textContent()).toBe('WakefieldArea')
    await page.keyboard.press('Enter')
    await page.waitForURL(/areas\/E08000036/)
    await page.keyboard.press('/')
    await field.fill('no such thing')
    await page.getByText('Nothing here is called “no such thing”.').waitFor()
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await close()
  })
})

describe('a saved view', () => {
  it('keeps the present address under a name, is found by it and brings the same figures back', async () => {
    const { page, complaints, close } = await openPage(
      browser,
      `${server.url}/metrics/sa.rape?area=E08000035`,
    )
    const headline = await page.locator('h1').textContent()
    await page.getByRole('button', { name: 'Views', exact: true }).click()
    await page.getByLabel('Save the present view as').fill('Rape in Leeds')
    await page.getByLabel('Always with today’s figures').check()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Save view' }).click()
    await page.getByRole('link', { name: 'Rape in Leeds' }).waitFor()

    await page.goto(server.url)
    await settled(page)
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('combobox', { name: /^Find a measure/ }).fill('rape in')
    await page.getByRole('option', { name: /Rape in Leeds/ }).click()
    await page.waitForURL(/metrics\/sa\.rape\?area=E08000035&asAt=\d+/)
    await settled(page)
    expect(await page.locator('h1').textContent()).toBe(headline)
    await page.goBack()
    await page.waitForURL(`${server.url}/`)

    await page.getByRole('button', { name: 'Views', exact: true }).click()
    await page.getByRole('button', { name: 'Forget the view “Rape in Leeds”' }).click()
    await page.getByText('No view has been saved yet.').waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
