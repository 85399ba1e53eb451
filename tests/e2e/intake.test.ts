import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crimeRecord, templateFile, times } from '../build/feedRow.ts'
import { workbookOf } from '../build/workbook.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { joinAs } from '../support/signIn.ts'
import { accessibilityFaults, openPage, settled, sidewaysScroll } from './openPage.ts'

let server: RunningServer
let browser: Browser
let session: string
const folder = process.env.SHOTS

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ env: { SAMPLE: 'none' } }), launchBrowser()])
  session = await joinAs(server, 'analyst')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** A return as a council sends it: a title, one column a month, a total below, signs in place of figures. */
const marac = workbookOf({
  'MARAC 2024': [
    ['Leeds MARAC return, January to April 2024'],
    [],
    ['Measure', 'District', 'Jan-24', 'Feb-24', 'Mar-24', 'Apr-24'],
    ['MARAC cases', 'Leeds', 41, 38, 45, '..'],
    ['Repeats', 'Leeds', 12, 9, 14, 'many'],
    ['Total', '', 53, 47, 59, 0],
  ],
  Notes: [['Prepared by the performance team']],
})

async function shot(page: Page, name: string): Promise<void> {
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ({ base64, fileName }) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([content], fileName))
      return transfer
    },
    { base64: bytes.toString('base64'), fileName: name },
  )
  await page.dispatchEvent('.drop', 'dragover', { dataTransfer: data })
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: data })
}

describe('the intake page', () => {
  it('takes a file that nobody has described from drop to changed figure, and reads the next by itself', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/data/add`, { session })
    expect(await accessibilityFaults(page)).toEqual([])
    await drop(page, 'marac.xlsx', marac)
    await page.getByRole('heading', { name: /No known profile fits this file/ }).waitFor()
    await page.getByLabel('Profile', { exact: true }).selectOption('draft|returns')

    await page.getByLabel('Figures stand').selectOption('periods')
    await page.getByLabel('Measure is read as').selectOption({ label: 'Measure *' })
    await page.getByLabel('District is read as').selectOption({ label: 'Area *' })
    await page.getByRole('button', { name: 'Say what words mean' }).first().click()
    await page.getByLabel('What ‘Repeats’ means').selectOption({ label: 'MARAC repeat cases' })
    await page.getByLabel('Rows in which the column').selectOption('Measure')
    await page.getByLabel('The text', { exact: true }).fill('Total')
    await page.getByRole('button', { name: 'Leave out' }).click()
    await page.getByLabel('Sign, or nothing for a blank cell').fill('..')
    await page.getByRole('button', { name: 'Explain', exact: true }).click()

    const after = page.getByRole('table', { name: 'First rows after' })
    await expect
      .poll(() => after.getByRole('cell', { name: 'MARAC repeat cases' }).count())
      .toBeGreaterThan(2)
    const before = page.getByRole('table', { name: 'First rows before' })
    expect(await before.getByRole('row').nth(1).textContent()).toContain('MARAC casesLeeds413845..')
    expect(await after.getByRole('row').nth(1).textContent()).toContain('Jan 2024')
    expect(await accessibilityFaults(page)).toEqual([])
    await shot(page, 'mapping-1440')

    await page.getByLabel('Name of the profile').fill('Leeds MARAC return')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved as leeds-marac-return@1.').waitFor()
    expect(await page.getByRole('button', { name: 'Check the whole file' }).isDisabled()).toBe(true)
    await page.getByLabel('Whose records').selectOption({ label: 'Leeds City Council' })
    await page.getByRole('button', { name: 'Check the whole file' }).click()

    await page.getByRole('alert').waitFor()
    await shot(page, 'refused-1440')
    await page.getByRole('button', { name: 'Take the sound rows all the same' }).click()
    await page.getByRole('button', { name: 'Check the whole file' }).click()
    await page.getByRole('heading', { name: /If you commit: 3 new months/ }).waitFor()
    await shot(page, 'review-1440')
    expect(await accessibilityFaults(page)).toEqual([])
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download rejected rows (CSV)' }).click(),
    ])
    const rejects = await (await saved.createReadStream()).toArray()
    expect(Buffer.concat(rejects).toString()).toContain('5,value,many,not a number')
    await page.getByRole('button', { name: 'Commit 6 rows' }).click()
    await page.getByRole('heading', { name: 'Committed as submission 1' }).waitFor()
    await shot(page, 'committed-1440')
    expect(await accessibilityFaults(page)).toEqual([])

    await page.goto(`${server.url}/metrics/returns.maracCases?tab=table`)
    await settled(page)
    expect(await page.locator('main').textContent()).toMatch(/Mar 2024.{0,40}45/)

    await page.goto(`${server.url}/data/add`)
    await settled(page)
    await drop(page, 'marac-again.xlsx', marac)
    await page.getByRole('heading', { name: 'This looks like: Leeds MARAC return' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('ends a check that is cancelled, and checks again when asked', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/data/add`, { session })
    const many = templateFile(
      'crime',
      times(150_000, (i) => crimeRecord({ crime_ref: `M${i}`, recorded_date: '2024-05-14' })),
    )
    await page.setInputFiles('input[type=file]', {
      name: 'many.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(many),
    })
    await page.getByRole('heading', { name: 'This looks like: Template: Crime records' }).waitFor()
    const check = page.getByRole('button', { name: 'Check the whole file' })
    await page.getByLabel('Whose records').selectOption({ label: 'West Yorkshire Police' })
    await check.click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.locator('.checking').waitFor({ state: 'detached' })
    expect(await page.locator('.review').count()).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
    await check.click()
    await page.getByRole('button', { name: 'Commit 150,000 rows' }).waitFor()
    await page.getByRole('button', { name: 'Give this file up' }).first().click()
    await page.locator('.drop').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('says what is wrong with a file that no import could take, and can be read on a phone', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/data/add`, {
      session,
      width: 390,
      height: 844,
    })
    await drop(page, 'holiday.jpg', Buffer.from('ffd8ffe000104a46494600010100', 'hex'))
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toMatch(
      /holiday\.jpg was not taken.*Nothing of it was kept/s,
    )
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await shot(page, 'not-taken-390')
    await drop(page, 'marac.xlsx', marac)
    await page.getByRole('heading', { name: /^(This looks like|No known profile)/ }).waitFor()
    await page.getByLabel('Profile', { exact: true }).selectOption('draft|returns')
    await page.getByLabel('Figures stand').waitFor()
    await shot(page, 'mapping-390')
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Give this file up' }).click()
    await page.locator('.drop').waitFor()
    // The browser notes the refused upload itself.
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
    await close()
  })
})
