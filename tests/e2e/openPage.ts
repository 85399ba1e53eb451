import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Role } from '../../shared/access/viewer.ts'
import { holdSession, signIn } from '../support/signIn.ts'

export interface OpenPage {
  readonly page: Page
  /** Errors of the console and of scripts, and requests that left for another host. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

interface Options {
  readonly width?: number
  readonly height?: number
  /** Signed in to the sample in this role; by default as an analyst, who sees the most. */
  readonly role?: Role
  /** A session begun before, where there is no sample. */
  readonly session?: string
}

/** Windows that nobody looks at. */
const idle = new WeakSet<BrowserContext>()

/** Opens an address in an empty window and gathers whatever goes wrong there. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1440, height = 900, role = 'analyst', session }: Options = {},
): Promise<OpenPage> {
  const context = await emptyWindow(browser)
  const { origin } = new URL(address)
  if (session === undefined) await signIn(context, origin, role)
  else await holdSession(context, origin, session)
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== new URL(address).origin)
      complaints.push(`asked ${url.href}`)
  })
  await page.goto(address)
  await settled(page)
  return { page, complaints, close: () => emptied(context) }
}

/**
 * A window that knows nobody. It may have been used before, and then holds the built files, as a reader's browser does
 * from the second page on; what a page keeps by itself goes with its tab.
 */
async function emptyWindow(browser: Browser): Promise<BrowserContext> {
  const used = browser.contexts().find((context) => idle.has(context))
  if (used === undefined) return browser.newContext({ acceptDownloads: true })
  idle.delete(used)
  return used
}

async function emptied(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()))
  await context.clearCookies()
  await context.clearPermissions()
  await context.unrouteAll()
  await context.setOffline(false)
  idle.add(context)
}

/** Waits until the page shows its figures: nothing is being fetched and the fonts are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1')
  await page.waitForFunction(
    () => document.querySelector('main[aria-busy="true"]') === null && document.fonts.status === 'loaded',
    null,
    { timeout: 60_000 },
  )
  await page.waitForTimeout(300)
}

/** What axe finds against WCAG 2.2 A and AA, as `rule: where`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ resultTypes: ['violations'] })
    // No page holds a frame, so that nothing has to be gathered in a window of its own.
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** What is wrong with an open page in windows of these widths: axe's findings, its headings, sideways scrolling. */
export async function faultsAtWidths(page: Page, widths: readonly number[]): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    const found = await accessibilityFaults(page)
    const headings = await page.locator('main h1').count()
    if (headings !== 1) found.push(`${headings} first headings`)
    const sideways = await sidewaysScroll(page)
    if (sideways > 0) found.push(`scrolls sideways by ${sideways} px`)
    faults.push(...found.map((fault) => `${width}: ${fault}`))
  }
  return faults
}

/** How many pixels the page could be scrolled sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
