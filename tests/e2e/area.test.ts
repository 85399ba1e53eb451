import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { accessibilityFaults, faultsAtWidths, openPage, settled } from './openPage.ts'

const server = { url: inject('sampleAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const leeds = '/areas/E08000035'

describe('the page of an area', () => {
  it('is reached from the scorecard and shows every measure of the area beside the partnership', async () => {
    const { page, complaints, close } = await openPage(browser, server.url)
    await page.locator('table.sc thead').getByRole('link', { name: 'Leeds' }).click()
    await page.waitForURL(/areas\/E08000035/)
    await page.locator('table.ar tr.theme').first().waitFor()
    await settled(page)
    expect(await page.locator('h1').textContent()).toMatch(/^Leeds: .* changed by more than usual/)
    const row = page.locator('table.ar tr').filter({ hasText: 'Modern slavery crimes recorded' })
    expect(await row.locator('.own').textContent()).toMatch(/^36\.\d higher than chance would explain$/)
    expect(await row.locator('.w').textContent()).toMatch(/25\.\d/)
    expect(await page.locator('table.ar tbody tr:not(.theme)').count()).toBeGreaterThan(15)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('changes area and months by its filters, all of them in the address', async () => {
    const { page, close } = await openPage(browser, server.url + leeds)
    await page.getByLabel('District').selectOption('Bradford')
    await page.waitForURL(/areas\/E08000032/)
    await page.getByRole('button', { name: /^Period/ }).click()
    await page.getByLabel('Twelve months').check()
    await page.waitForURL(/areas\/E08000032\?months=12/)
    await settled(page)
    expect(await page.locator('h1').textContent()).toMatch(/^Bradford/)
    await close()
  })

  it('prints on one page of A4', async () => {
    const { page, close } = await openPage(browser, server.url + leeds)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await close()
  })

  it('fits small windows', async () => {
    const { page, close } = await openPage(browser, server.url + leeds, { width: 390 })
    expect(await faultsAtWidths(page, [1024, 390, 320])).toEqual([])
    await close()
  })

  it('says which areas there are when there is no such one', async () => {
    const { page, close } = await openPage(browser, `${server.url}/areas/E99999999`)
    expect(await page.locator('h1').textContent()).toContain('There is no district “E99999999”')
    expect(await page.getByRole('link', { name: 'Wakefield' }).count()).toBe(1)
    await close()
  })
})
