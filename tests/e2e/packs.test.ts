import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../tasks/run.ts'
import { launchBrowser } from '../support/browser.ts'
import { startCommand } from '../support/commandLine.ts'
import { officeParts } from '../support/officeParts.ts'
import { startSampleServer } from '../support/sampleServer.ts'
import type { RunningServer } from '../support/server.ts'
import { accessibilityFaults, openPage, settled, sidewaysScroll } from './openPage.ts'

const run = promisify(execFile)

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startSampleServer(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function publishEdition(page: Page, title: string, meetingDate: string) {
  const body = { title, meetingDate, metrics: ['da.crimes', 'ms.crimes'] }
  const status = await page.evaluate(
    async (edition) =>
      (
        await fetch('/api/trpc/editions.publish', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(edition),
        })
      ).status,
    body,
  )
  expect(status).toBe(200)
}

async function start(page: Page, title: string, button: RegExp) {
  await page.goto(`${server.url}/reports`)
  await settled(page)
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL(/\/reports\/packs\/\d+$/)
  await page.getByRole('heading', { name: title }).waitFor()
}

async function addFigure(page: Page, measure: string, view?: RegExp) {
  await page.getByLabel('Measure').selectOption({ label: measure })
  if (view) {
    const select = page.getByLabel('Shown', { exact: true })
    const labels = await select.locator('option').allTextContents()
    await select.selectOption({ label: labels.find((label) => view.test(label))! })
  }
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText(/^Added: /).waitFor()
}

const introduction = (page: Page) => page.getByRole('textbox', { name: 'Introduction' })
const saved = (page: Page, at: number) =>
  page.locator('.packtext').nth(at).getByText('Saved', { exact: true })

async function write(page: Page, at: number, words: string) {
  await page.locator('.packtext .ProseMirror').nth(at).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

describe('a meeting pack', () => {
  it('is written by two people, published, taken twice alike, printed and rolled forward', async () => {
    const mine = await openPage(browser, `${server.url}/reports`)
    const { page } = mine
    await publishEdition(page, 'First edition', '2026-11-26')
    await start(page, 'First pack', /^Start empty/)
    await addFigure(page, 'Modern slavery crimes recorded')
    await addFigure(page, 'Domestic abuse crimes recorded', /side by side/)
    await page.locator('.item').nth(1).waitFor()

    await write(page, 0, 'Mine first.')
    await saved(page, 0).waitFor()
    const theirs = await openPage(browser, page.url())
    expect(await introduction(theirs.page).textContent()).toBe('Mine first.')
    await write(theirs.page, 0, ' Theirs second.')
    await saved(theirs.page, 0).waitFor()
    await write(page, 0, ' Mine again.')
    const conflict = page.getByRole('region', { name: /changed this text while you wrote/ })
    await conflict.waitFor()
    expect(await conflict.textContent()).toContain('Mine first. Mine again.')
    expect(await conflict.textContent()).toContain('Mine first. Theirs second.')
    expect(await accessibilityFaults(page)).toEqual([])
    await conflict.getByRole('button', { name: /^Keep both/ }).click()
    await conflict.waitFor({ state: 'detached' })
    await saved(page, 0).waitFor()
    expect(await introduction(page).locator('p').allTextContents()).toEqual([
      'Mine first. Theirs second.',
      'Mine first. Mine again.',
    ])
    await introduction(theirs.page).getByText('Mine first. Mine again.').waitFor({ timeout: 20_000 })
    expect(theirs.complaints).toEqual([])
    await theirs.close()

    await write(page, 1, 'The rise is mainly in Leeds.')
    await saved(page, 1).waitFor()
    await page.reload()
    await settled(page)
    await page.getByText('The rise is mainly in Leeds.').waitFor()
    await page.getByRole('button', { name: 'Publish …' }).click()
    await page.getByRole('button', { name: 'Publish for good' }).click()
    await page.waitForURL(/\/view$/)
    await page.locator('article.report').getByText('The rise is mainly in Leeds.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const pack = /packs\/(\d+)/.exec(page.url())![1]!

    const board = await openPage(browser, `${server.url}/reports`, { role: 'viewer', width: 390 })
    expect(await board.page.getByRole('button', { name: /Start empty/ }).count()).toBe(0)
    await board.page.getByRole('link', { name: 'First pack', exact: true }).click()
    await board.page.locator('article.report').waitFor()
    expect(await sidewaysScroll(board.page)).toBe(0)
    const take = async () => {
      const [file] = await Promise.all([
        board.page.waitForEvent('download'),
        board.page.getByRole('link', { name: 'Word' }).click(),
      ])
      return readFile(await file.path())
    }
    const once = await take()
    expect(Buffer.compare(once, await take())).toBe(0)
    expect([...officeParts(once).values()].join('')).toContain('The rise is mainly in Leeds.')
    expect(board.complaints).toEqual([])
    await board.close()

    await printed(pack)
    // The first print is kept: it stands beside the other files, and the command gives the very same again.
    const again = await openPage(browser, `${server.url}/reports/packs/${pack}/view`, { role: 'viewer' })
    const [stored] = await Promise.all([
      again.page.waitForEvent('download'),
      again.page.getByRole('link', { name: 'PDF' }).click(),
    ])
    expect(Buffer.compare(await readFile(await stored.path()), await printed(pack))).toBe(0)
    expect(again.complaints).toEqual([])
    await again.close()

    await publishEdition(page, 'Second edition', '2027-02-25')
    await start(page, 'Second pack', /^Roll forward/)
    expect(await page.getByText('The rise is mainly in Leeds.').count()).toBe(1)
    // The same figures are published again, so nothing has moved and nothing is flagged.
    expect(await page.locator('.flag').count()).toBe(0)

    await takeBackNewestCrimes()
    await publishEdition(page, 'Edition of what is left', '2027-03-25')
    await start(page, 'Moved pack', /^Roll forward/)
    const commented = page.locator('.item', { hasText: 'The rise is mainly in Leeds.' })
    const flag = commented.locator('.flag')
    await flag.getByRole('heading', { name: 'The figure has moved since this was written' }).waitFor()
    const said = flag.locator('dd')
    expect(await said.nth(0).textContent()).toContain('Sep 2026')
    expect(await said.nth(1).textContent()).toContain('Jun 2026')
    expect(await accessibilityFaults(page)).toEqual([])
    // What nobody has written about has no sentence to read again.
    expect(await page.locator('.flag').count()).toBe(1)
    await flag.getByRole('button', { name: 'I have read the commentary again' }).click()
    await flag.waitFor({ state: 'detached' })
    await commented.getByText('The rise is mainly in Leeds.').waitFor()
    expect(mine.complaints).toEqual([])
    await mine.close()
  })

  it('takes the figure that a metric page shows, and fits a phone', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/reports`)
    await publishEdition(page, 'Third edition', '2027-05-20')
    await start(page, 'From the page', /^Start empty/)
    const address = page.url()
    await page.goto(`${server.url}/metrics/da.crimes?area=E08000035`)
    await settled(page)
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const choice = page.getByLabel('Pack', { exact: true })
    if ((await choice.count()) > 0) await choice.selectOption({ label: 'From the page' })
    await page.getByRole('button', { name: /^Add to pack/ }).click()
    await page
      .getByText(/^Added to “From the page”/)
      .first()
      .waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    await settled(page)
    expect(await page.locator('.item').count()).toBe(1)
    expect(await page.locator('.item .sub').textContent()).toContain('Leeds')
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

/** Undoes the last delivery of crimes, so that the figures of the next edition are others. */
async function takeBackNewestCrimes(): Promise<void> {
  const { code, stderr } = await startCommand('server/cli/undo.ts', ['23', '--reason', 'Sent by mistake.'], {
    DATA_DIR: server.dataDir,
  }).result
  expect(code, stderr).toBe(0)
}

/** The command prints the pack to a PDF that a screen reader can follow. */
async function printed(pack: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-pdf-'))
  try {
    const file = join(folder, 'pack.pdf')
    await run(process.execPath, [join(root, 'tasks/packPdf.ts'), pack, file], {
      env: {
        ...process.env,
        DATA_DIR: server.dataDir,
        NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      },
    })
    const bytes = await readFile(file)
    const text = bytes.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    for (const part of [
      '/StructTreeRoot',
      '/Lang (en-GB)',
      '/Marked true',
      '/Title (First pack)',
      '/Outlines',
    ])
      expect(text, part).toContain(part)
    return bytes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
