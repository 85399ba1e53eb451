import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthRange } from '../../shared/periods/month.ts'
import { crimeRecord, templateFile, times } from '../build/feedRow.ts'
import { launchBrowser } from '../support/browser.ts'
import { startCommand } from '../support/commandLine.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { joinAs } from '../support/signIn.ts'
import { accessibilityFaults, faultsAtWidths, openPage, settled } from './openPage.ts'

let server: RunningServer
let browser: Browser
let session: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ env: { SAMPLE: 'none' } }), launchBrowser()])
  const rows = monthRange('2024-01', '2025-12').flatMap((month) => crimesOf(month, 30))
  await importRows('first', rows, ['--as-at', '2026-03-01'])
  session = await joinAs(server, 'analyst')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

function crimesOf(month: string, count: number) {
  return times(count, (i) => crimeRecord({ crime_ref: `${month}-${i}`, recorded_date: `${month}-05` }))
}

async function importRows(name: string, rows: ReturnType<typeof crimesOf>, args: readonly string[]) {
  const path = join(server.dataDir, `${name}.csv`)
  await writeFile(path, templateFile('crime', rows))
  const { code, stderr } = await startCommand('server/cli/import.ts', ['--feed', 'crime', ...args, path], {
    DATA_DIR: server.dataDir,
  }).result
  if (code !== 0) throw new Error(`import ended with ${code}: ${stderr}`)
}

/** The figure of June 2025 in the table at this address. */
async function june(address: string): Promise<string> {
  const { page, complaints, close } = await openPage(browser, address, { session })
  const row = page.locator('tbody tr', { has: page.getByRole('rowheader', { name: 'Jun 2025' }) })
  const text = (await row.locator('td').first().textContent()) ?? ''
  expect(complaints).toEqual([])
  await close()
  return text
}

describe('an edition', () => {
  it('is published from its page, stays as it is when a correction comes, and then lists the erratum', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/editions`, { session })
    expect(await page.locator('h1').textContent()).toBe('Nothing has been published yet')
    await page.getByLabel('Title').fill('Quarterly report to the Board')
    await page.getByLabel('Date of the meeting').fill('2026-03-12')
    await page.getByLabel('Commentary').fill('Recorded crime held steady.')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.waitForURL(/\/editions\/1$/)
    await page.getByRole('heading', { name: 'Quarterly report to the Board' }).waitFor()
    await settled(page)
    expect(await page.getByText('Recorded crime held steady.').count()).toBe(1)
    expect(await page.getByText('Nothing has been restated since').count()).toBe(1)
    expect(complaints).toEqual([])
    await close()

    const table = `${server.url}/metrics/da.crimes?tab=table`
    expect(await june(`${table}&edition=1`)).toBe('30')
    await importRows('second', crimesOf('2025-06', 36), [
      '--as-at',
      '2026-05-01',
      '--reason',
      'Backlog recorded.',
    ])
    expect(await june(`${table}&edition=1`)).toBe('30')
    expect(await june(table)).toBe('36')

    const after = await openPage(browser, `${server.url}/editions`, { session })
    const erratum = after.page
      .locator('.errata tbody tr')
      .filter({ hasText: 'Domestic abuse crimes recorded' })
    const words = await erratum.first().textContent()
    for (const part of [
      'West Yorkshire',
      'Jun 2025',
      '30',
      '36',
      'late arrivals',
      'Backlog recorded.',
      'submission 2',
      'Quarterly report to the Board',
    ])
      expect(words).toContain(part)
    expect(after.complaints).toEqual([])
    await after.close()
  })

  it('is marked as published wherever its figures stand, and says what has been restated', async () => {
    const { page, close } = await openPage(browser, `${server.url}/?edition=1`, { session })
    expect(await page.locator('.edition').textContent()).toContain('As published for 12 Mar 2026')
    expect(await page.locator('.live').count()).toBe(0)
    expect(await page.locator('footer').textContent()).toContain('As published to the board for 12 Mar 2026')
    await page.locator('.editionnote').waitFor()
    expect(await page.locator('.editionnote').textContent()).toMatch(
      /published here ha(s|ve) been restated since/,
    )
    await page.getByRole('link', { name: 'Domestic abuse crimes recorded' }).first().click()
    await page.waitForURL(/metrics\/da\.crimes\?.*edition=1/)
    await settled(page)
    expect(await page.getByRole('link', { name: 'Revisions' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Live' }).click()
    await page.waitForURL(/edition=live/)
    await settled(page)
    expect(await page.locator('.live').textContent()).toContain('not yet published')
    await close()
  })

  it('is all that a board member sees, who can neither switch to live nor publish', async () => {
    const member = await joinAs(server, 'viewer')
    const overview = await openPage(browser, `${server.url}/`, { session: member })
    expect(await overview.page.locator('.edition').textContent()).toContain('As published for 12 Mar 2026')
    expect(await overview.page.getByRole('button', { name: 'Live' }).count()).toBe(0)
    expect(overview.complaints).toEqual([])
    await overview.close()
    const live = await openPage(browser, `${server.url}/metrics/da.crimes?edition=live`, { session: member })
    expect(await live.page.getByRole('alert').textContent()).toContain('Live figures need analyst access')
    await live.close()
    const editions = await openPage(browser, `${server.url}/editions`, { session: member })
    expect(await editions.page.getByRole('button', { name: 'Publish' }).count()).toBe(0)
    expect(editions.complaints).toEqual([])
    await editions.close()
  })

  it('says in place what it does not hold', async () => {
    const { page, close } = await openPage(browser, `${server.url}/metrics/intel.submissions?edition=1`, {
      session,
    })
    expect(await page.getByRole('alert').textContent()).toContain('not part of the edition')
    await close()
  })

  it.each([
    '/editions',
    '/editions/1',
    '/?edition=1',
    '/metrics/da.crimes?edition=1',
    '/metrics/da.crimes?edition=1&tab=districts',
    '/metrics/da.crimes?edition=1&tab=breakdown',
    '/metrics/da.crimes?edition=1&tab=about',
  ])('at %s is accessible on a desk and on a phone', async (path) => {
    const { page, complaints, close } = await openPage(browser, server.url + path, { width: 390, session })
    expect(await faultsAtWidths(page, [390, 1440])).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

describe('undoing a submission', () => {
  it('is asked for on the data page, gives back the figures and leaves no erratum', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/data`, { session })
    await page.getByRole('button', { name: 'Undo submission 1' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Undo submission 1' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByRole('alert').textContent()).toContain('submission 2 (second.csv) came later')
    await dialog.getByRole('button', { name: 'Keep it' }).click()
    expect(complaints.filter((text) => !text.includes('400'))).toEqual([])

    await page.getByRole('button', { name: 'Undo submission 2' }).click()
    await dialog.getByLabel(/^Why/).fill('Sent by mistake.')
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Undo submission 2' }).click()
    await dialog.waitFor({ state: 'detached' })
    await settled(page)
    expect(await page.locator('.submissions').textContent()).toContain('Sent by mistake.')
    expect(await page.locator('.submissions').textContent()).toContain('undone by 3')
    await close()
    expect(await june(`${server.url}/metrics/da.crimes?tab=table`)).toBe('30')
    const errata = await openPage(browser, `${server.url}/editions/1`, { session })
    expect(await errata.page.locator('#errata').textContent()).toBe('Nothing has been restated since')
    await errata.close()
  })
})
