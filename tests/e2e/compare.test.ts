import { readFile } from 'node:fs/promises'
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

describe('the commissioner’s office', () => {
  it('goes from a rise to its companions and gets no verdict on thin evidence', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/metrics/ms.crimes`)
    await page.getByRole('link', { name: 'Is the change good news?' }).click()
    await page.waitForURL(/compare\?of=ms\.crimes/)
    await page.locator('table.rise').waitFor()
    await settled(page)
    expect(await page.locator('h1').textContent()).toBe(
      'Is the rise in modern slavery crimes recorded good news?',
    )
    expect(await page.locator('.riseq h2').textContent()).toBe('The evidence is too thin for a verdict')
    expect(await page.locator('table.rise tbody tr').count()).toBe(4)
    expect(await page.locator('.cmppanel').count()).toBe(5)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByLabel('Event or month').selectOption({ label: 'Jul 2023: NRM evidence threshold eased' })
    await page
      .getByRole('cell', { name: /A lasting change of level goes with it/ })
      .first()
      .waitFor()
    await page.waitForURL(/at=2023-07/)
    expect(complaints).toEqual([])
    await close()
  })

  it('lays trainings and campaigns below the lines and takes the comparison out', async () => {
    const { page, complaints, close } = await openPage(
      browser,
      `${server.url}/compare?lines=ms.crimes|nrm.referrals`,
    )
    await page.getByLabel('Trainings and campaigns below').check()
    await page.waitForURL(/training=1/)
    await page.getByRole('img', { name: /^Trainings: \d+ in all/ }).waitFor()
    expect(await page.locator('rect.evb').count()).toBeGreaterThan(10)
    await page.getByRole('group', { name: /^Comparison/ }).focus()
    await page.keyboard.press('End')
    expect(await page.locator('.readout').textContent()).toMatch(/; Trainings \d+; Campaigns \d+\.$/)
    expect(await accessibilityFaults(page)).toEqual([])
    const taken = async (name: RegExp) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ])
      return readFile(await file.path())
    }
    const svg = (await taken(/^SVG/)).toString('utf8')
    for (const words of [
      'Modern slavery crimes recorded, crimes',
      'Trainings and campaigns held',
      'Synthetic',
    ])
      expect(svg).toContain(words)
    expect(svg).not.toMatch(/class=|var\(--/)
    const csv = (await taken(/^CSV/)).toString('utf8').replace('\uFEFF', '').trim().split('\r\n')
    expect(csv[0]).toMatch(/^line,metric_id,/)
    expect(csv).toHaveLength(1 + 2 * 60)
    expect((await taken(/^Excel/)).subarray(0, 2).toString()).toBe('PK')
    expect(complaints).toEqual([])
    await close()
  })

  it('adds and removes lines, reads them together by keyboard, and the address brings it all back', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/compare`)
    await page.getByLabel('Measure').selectOption({ label: 'Rape offences recorded' })
    await page.getByRole('button', { name: 'Add this line' }).click()
    await page.waitForURL(/lines=sa\.rape/)
    await page.getByRole('combobox', { name: 'Area' }).selectOption('Leeds')
    await page.getByRole('button', { name: 'Add this line' }).click()
    await page.locator('.cmppanel').nth(1).waitFor()
    await page.getByRole('group', { name: /^Comparison/ }).focus()
    await page.keyboard.press('End')
    expect(await page.locator('.readout').textContent()).toMatch(
      /^Oct 2026: Rape offences recorded \d+ offences; Rape offences recorded, Leeds \d+ offences\.$/,
    )
    await page.getByLabel('Indexed: first year is 100').check()
    await page.waitForURL(/scale=indexed/)
    expect(await page.locator('path.ixl').count()).toBeGreaterThan(2)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('As a table').check()
    await page.waitForURL(/view=table/)
    expect(await page.locator('table.firstfixed tbody tr').count()).toBe(60)
    const address = page.url()
    await page.getByRole('button', { name: 'Remove Rape offences recorded, Leeds' }).click()
    await page.locator('table.firstfixed thead th').nth(2).waitFor({ state: 'detached' })
    await page.goto(address)
    await page.locator('table.firstfixed thead th').nth(2).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('fits small windows', async () => {
    const { page, close } = await openPage(browser, `${server.url}/compare?of=ms.crimes`, { width: 390 })
    await page.locator('table.rise').waitFor()
    expect(await faultsAtWidths(page, [390, 320])).toEqual([])
    await close()
  })
})
