import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/access/viewer.ts'
import { launchBrowser } from '../support/browser.ts'
import { startSampleServer } from '../support/sampleServer.ts'
import type { RunningServer } from '../support/server.ts'
import { signIn } from '../support/signIn.ts'
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

/** A page, and the answer without which it has no figures. */
const pages = [
  { name: 'the overview', path: '/', answer: /trpc\/[^?]*overview/, kept: 'table.sc td.blank' },
  {
    name: 'a measure',
    path: '/metrics/ms.crimes',
    answer: /trpc\/[^?]*metricPage/,
    kept: '.metric .chartspace',
  },
  {
    name: 'an area',
    path: '/areas/E08000035',
    answer: /trpc\/[^?]*overview/,
    kept: 'table.ar td.blank',
  },
  {
    name: 'a comparison',
    path: '/compare?lines=ms.crimes|sa.rape',
    answer: /trpc\/[^?]*metricPage/,
    kept: '.comparepage .cmpdraw',
  },
  { name: 'an edition', path: '/editions/1', answer: /trpc\/[^?]*editions\.one/, kept: '.editions .sect' },
]

/** A window in which an answer is dealt with as the test says, before anything is asked. */
async function openWith(path: string, answer: RegExp, deal: 'never' | 'fails'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await signIn(context, server.url, 'analyst')
  const page = await context.newPage()
  await page.route(answer, (route) => (deal === 'fails' ? route.abort() : undefined))
  await page.goto(server.url + path)
  return page
}

describe.each(pages)('$name', ({ path, answer, kept }) => {
  it('keeps its layout while it is loading, and is accessible', async () => {
    const page = await openWith(path, answer, 'never')
    await page.locator(kept).first().waitFor()
    expect((await page.locator('h1').textContent())?.trim()).not.toBe('')
    const box = await page.locator('main').boundingBox()
    expect(box?.height).toBeGreaterThan(300)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  })

  it('says what failed and what still holds, and goes on when it is asked again', async () => {
    const page = await openWith(path, answer, 'fails')
    const notice = page.getByRole('alert').filter({ hasText: 'could not be loaded' }).first()
    await notice.waitFor({ timeout: 30_000 })
    expect(await notice.locator('.mut').count()).toBeGreaterThan(0)
    expect(await page.locator('main h1').count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.unroute(answer)
    // Each part that failed may be asked for again by itself.
    const again = page.getByRole('button', { name: 'Try again' })
    for (let left = await again.count(); left > 0; left -= 1) await again.first().click()
    await page
      .getByRole('alert')
      .filter({ hasText: 'could not be loaded' })
      .first()
      .waitFor({ state: 'detached' })
    await page.context().close()
  })
})

describe('a page', () => {
  it('says that the dashboard cannot be reached, and comes when it can', async () => {
    const page = await openWith('/', /trpc\/[^?]*session/, 'fails')
    await page
      .getByRole('heading', { name: 'The dashboard could not be reached' })
      .waitFor({ timeout: 30_000 })
    expect(await accessibilityFaults(page)).toEqual([])
    await page.unroute(/trpc\/[^?]*session/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('table.sc').waitFor()
    await page.context().close()
  })

  it.each([
    { path: '/metrics/ms.crimes', shown: '.metric svg' },
    { path: '/compare?lines=ms.crimes|sa.rape', shown: '.cmppanel svg' },
    { path: '/areas/E08000035', shown: 'table.ar tbody tr' },
  ])('keeps what it shows at $path while the server is away', async ({ path, shown }) => {
    const { page, close } = await openPage(browser, server.url + path)
    await page.locator(shown).first().waitFor()
    await page.context().setOffline(true)
    await page.getByText('The server does not answer').waitFor({ timeout: 30_000 })
    expect(await page.locator(shown).count()).toBeGreaterThan(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  it('shows the lines of a comparison that can be had beside the one that cannot', async () => {
    const { page, close } = await openPage(browser, `${server.url}/compare?lines=ms.crimes|sa.rape~E99999999`)
    await page.getByText('The other lines are shown.').waitFor()
    expect(await page.locator('.cmppanel').count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })
})

const refused: readonly { name: string; role: Role; path: string; words: RegExp }[] = [
  {
    name: 'figures that are hidden to protect people',
    role: 'viewer',
    path: '/metrics/da.honourBased?area=E08000033&tab=table',
    words: /\[c\]/,
  },
  {
    name: 'an earlier state, which needs analyst access',
    role: 'viewer',
    path: '/metrics/ms.crimes?asAt=5',
    words: /needs analyst access/,
  },
  {
    name: 'months without a figure',
    role: 'analyst',
    path: '/metrics/ms.crimes?from=2001-01&to=2001-12',
    words: /There are no figures for these months and filters/,
  },
  {
    name: 'a part without a record in these months',
    role: 'analyst',
    path: '/metrics/ms.crimes?from=2001-01&to=2001-12&tab=table',
    words: /There are no figures|not available|no figure/i,
  },
]

describe.each(refused)('$name', ({ role, path, words }) => {
  it.each([1440, 390])('says so in place at %i pixels, and is accessible', async (width) => {
    const { page, complaints, close } = await openPage(browser, server.url + path, { width, role })
    await settled(page)
    expect(await page.locator('main').textContent()).toMatch(words)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints.filter((each) => !/status of 4\d\d/.test(each))).toEqual([])
    await close()
  })
})
