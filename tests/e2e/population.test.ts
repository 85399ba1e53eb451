import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'
import { workbookOf } from '../build/workbook.ts'
import { launchBrowser } from '../support/browser.ts'
import { startSampleServer } from '../support/sampleServer.ts'
import type { RunningServer } from '../support/server.ts'
import { accessibilityFaults, openPage, sidewaysScroll } from './openPage.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startSampleServer(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('the page that takes files', () => {
  it('knows mid-year estimates, shows them beside those in force, and keeps them when told', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/data/add`)
    const { areas } = westYorkshire
    const book = workbookOf({
      Cover: [['Released 25 July 2030']],
      MYE4: [
        ['Code', 'Name', 'Mid-2023', 'Mid-2022'],
        ...areas.map(({ code, name }) => [code, name, 500_000, 900]),
      ],
    })
    const file = { name: 'mye.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(book) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('row', { name: 'Leeds 500,000 829,413 −329,413' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Take this release' }).click()
    await page.getByText('The population release of 25 Jul 2030 is kept').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('makes a column of two, which can then be read', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/data/add`, { width: 390 })
    const text = 'Year;Quarter;District;Men;Women\n2024;Q1;Leeds;3;4\n2024;Q2;Leeds;5;6\n'
    const file = { name: 'returns.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.locator('input[type=file]').setInputFiles(file)
    const profiles = page.getByRole('combobox', { name: 'Profile' })
    await profiles.waitFor()
    const draft = profiles.locator('option', { hasText: 'Say what' }).last()
    await profiles.selectOption((await draft.getAttribute('value')) ?? '')
    const choice = page.getByRole('group', { name: 'Choose two columns or more' })
    await choice.getByLabel('Year').check()
    await choice.getByLabel('Quarter').check()
    await page.getByRole('button', { name: 'Make the column' }).click()
    const made = page.getByRole('combobox', { name: 'Year and Quarter is read as' })
    await made.selectOption({ label: 'Period *' })
    await page.getByText('‘Year and Quarter’ is made of').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})
