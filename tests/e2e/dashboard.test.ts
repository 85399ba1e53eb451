import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { signIn } from '../support/signIn.ts'
import { accessibilityFaults, faultsAtWidths, openPage, settled } from './openPage.ts'

const server = { url: inject('sampleAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const metric = '/metrics/ms.crimes'
const pages = [
  { name: 'the overview', path: '/' },
  { name: 'the overview by aims', path: '/?group=aims&months=12' },
  { name: 'the list of measures', path: '/metrics' },
  { name: 'a chart', path: metric },
  { name: 'a table', path: `${metric}?tab=table` },
  { name: 'the districts', path: `${metric}?tab=districts` },
  { name: 'a breakdown', path: `${metric}?tab=breakdown` },
  { name: 'a stacked breakdown', path: `${metric}?tab=breakdown&view=stacked` },
  { name: 'the revisions', path: `${metric}?tab=revisions` },
  { name: 'a definition', path: `${metric}?tab=about` },
  { name: 'the data page', path: '/data' },
]

describe('every page', () => {
  it.each(pages)(
    'is accessible, fits its window and says that its figures are invented: $name',
    async ({ path }) => {
      const { page, complaints, close } = await openPage(browser, server.url + path, { width: 390 })
      expect(await faultsAtWidths(page, [390, 1440])).toEqual([])
      expect(await page.getByText('Synthetic sample data').count()).toBeGreaterThan(0)
      expect(complaints).toEqual([])
      await close()
    },
  )
})

describe('the overview', () => {
  it('answers what changed and shows every measure with its areas', async () => {
    const { page, close } = await openPage(browser, server.url)
    expect(await page.locator('h1').textContent()).toMatch(/measures changed by more than usual/)
    expect(await page.locator('table.sc tbody tr:not(.theme)').count()).toBeGreaterThan(15)
    expect(await page.locator('table.sc svg.spark').count()).toBeGreaterThan(15)
    for (const name of ['Bradford', 'Calderdale', 'Kirklees', 'Leeds', 'Wakefield']) {
      expect(await page.locator('table.sc thead').getByText(name).count()).toBe(1)
    }
    await close()
  })

  it('needs no chart library and less than 150 kB of script', async () => {
    const context = await browser.newContext()
    await signIn(context, server.url, 'analyst')
    const page = await context.newPage()
    const scripts: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body())
    })
    await page.goto(server.url)
    await settled(page)
    const texts = await Promise.all(scripts)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(150_000)
    for (const text of texts) expect(text.includes('recharts')).toBe(false)
    await context.close()
  })

  it('keeps its filters in the address, and the address brings them back', async () => {
    const { page, close } = await openPage(browser, server.url)
    await page.getByLabel('Area').selectOption('Leeds')
    await page.getByRole('button', { name: /^Period/ }).click()
    await page.getByLabel('Twelve months').check()
    await page.keyboard.press('Escape')
    await settled(page)
    const address = new URL(page.url())
    expect(address.searchParams.get('area')).toBe('E08000035')
    expect(address.searchParams.get('months')).toBe('12')
    const values = await latestValues(page)
    await close()

    const again = await openPage(browser, address.href)
    expect(await again.page.getByLabel('Area').inputValue()).toBe('E08000035')
    expect(await latestValues(again.page)).toEqual(values)
    await again.close()
  })

  it('sorts by keyboard, keeps the order in the address and says which way it lies', async () => {
    const { page, close } = await openPage(browser, `${server.url}/?group=none`)
    await page.getByRole('button', { name: 'Measure', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=name/)
    const names = await page.locator('table.sc th.m a').allTextContents()
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')))
    expect(await page.getByRole('columnheader', { name: 'Measure' }).getAttribute('aria-sort')).toBe(
      'ascending',
    )
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  it('shuts a group on the screen and in the address, and prints it whole', async () => {
    const { page, close } = await openPage(browser, server.url)
    const row = page.getByRole('rowheader', { name: 'Rape offences recorded' })
    expect(await row.isVisible()).toBe(true)
    const turn = page.getByRole('button', { name: /^Sexual abuse/ })
    await turn.press('Space')
    await page.waitForURL(/shut=sexualAbuse/)
    expect(await turn.getAttribute('aria-expanded')).toBe('false')
    expect(await row.isVisible()).toBe(false)
    expect(await turn.textContent()).toMatch(/\d+ measures, \d+ changed/)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('th.m', { hasText: 'Rape offences recorded' }).isVisible()).toBe(true)
    await close()
  })

  it('shows what is new since the month before, and what is over', async () => {
    const { page, close } = await openPage(browser, server.url)
    const all = await page.locator('.find article').count()
    await page.getByLabel('Findings').selectOption({ label: 'New since the month before' })
    await page.waitForURL(/since=month/)
    expect(await page.locator('h1').textContent()).toMatch(/began to change unusually with the newest final/)
    expect(await page.locator('.find article:has(h2)').count()).toBeLessThan(all)
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  it('leads by link to the evidence for the same area', async () => {
    const { page, close } = await openPage(browser, `${server.url}/?area=E08000035`)
    await page.getByRole('link', { name: 'Rape offences recorded' }).click()
    await page.waitForURL(/metrics\/sa\.rape\?area=E08000035/)
    await settled(page)
    expect(await page.locator('.sub').first().textContent()).toContain('Leeds')
    await close()
  })
})

describe('a metric page', () => {
  it('draws the chart and reads its points to the keyboard', async () => {
    const { page, close } = await openPage(browser, server.url + metric)
    const chart = page.getByRole('group', { name: /^Chart of/ })
    await chart.locator('svg path.recharts-curve').first().waitFor()
    await chart.focus()
    const readout = page.locator('.readout')
    await page.keyboard.press('End')
    expect(await readout.textContent()).toMatch(/^Oct 2026: \d+ crimes; provisional/)
    await page.keyboard.press('ArrowLeft')
    expect(await readout.textContent()).toMatch(/^Sep 2026: \d+ crimes; usual range/)
    await page.keyboard.press('Home')
    expect(await readout.textContent()).toMatch(/^Nov 2021/)
    await close()
  })

  it('shows the same numbers in the table as on the chart', async () => {
    const chart = await openPage(browser, server.url + metric)
    await chart.page.getByRole('group', { name: /^Chart of/ }).focus()
    await chart.page.keyboard.press('End')
    const read = await chart.page.locator('.readout').textContent()
    await chart.close()
    const table = await openPage(browser, `${server.url}${metric}?tab=table`)
    const row = table.page.locator('tbody tr').first()
    expect(read).toContain(
      `${await row.locator('th').textContent()}: ${await row.locator('td b').textContent()} crimes`,
    )
    await table.close()
  })

  it('moves between its tabs by links and keeps its filters', async () => {
    const { page, close } = await openPage(browser, `${server.url}${metric}?area=E08000032`)
    await page.getByRole('link', { name: 'Breakdown' }).click()
    await page.waitForURL(/tab=breakdown/)
    expect(page.url()).toContain('area=E08000032')
    await page.getByRole('heading', { name: /^Figures by/ }).waitFor()
    await close()
  })

  it('shows figures as they were known after an earlier submission', async () => {
    const { page, close } = await openPage(browser, `${server.url}${metric}?tab=table`)
    const now = await page.locator('tbody th').first().textContent()
    const known = page.getByLabel('As known')
    await known.selectOption({ index: 3 })
    await page.waitForURL(/asAt=/)
    await settled(page)
    expect(await page.locator('tbody th').first().textContent()).not.toBe(now)
    expect(await page.locator('.live').textContent()).toContain('As known after submission')
    await close()
  })

  it('says in place that there is no such measure', async () => {
    const { page, close } = await openPage(browser, `${server.url}/metrics/no.such`)
    expect(await page.locator('h1').textContent()).toContain('There is no measure called “no.such”')
    await close()
  })
})

describe('the data page', () => {
  it('names what is missing and whom to ask', async () => {
    const { page, close } = await openPage(browser, `${server.url}/data`)
    expect(await page.locator('h1').textContent()).toMatch(/of 12 feeds are complete/)
    expect(await page.locator('.chase').textContent()).toMatch(
      /Kirklees Council, partner returns: Aug–Sep 2026, due 20 Nov 2026/,
    )
    await close()
  })
})

describe('export', () => {
  it('gives the data as CSV with the numbers of the table', async () => {
    const { page, close } = await openPage(browser, `${server.url}${metric}?tab=table`)
    const text = (await downloaded(page, /^CSV/)).toString('utf8')
    const [head = '', ...rows] = text.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toMatch(/^metric_id,metric,/)
    expect(rows).toHaveLength(60)
    const shown = (await page.locator('tbody tr td b').first().textContent())?.replace(',', '')
    expect(rows.at(-1)).toContain(`,2026-10,Oct 2026,${shown},`)
    expect(rows.at(-1)).toContain('Synthetic sample data')
    await close()
  })

  it('gives a picture that stands alone and is the same at any window size', async () => {
    const wide = await openPage(browser, server.url + metric)
    const large = (await downloaded(wide.page, /^SVG/)).toString('utf8')
    const title = await wide.page.locator('h1').textContent()
    await wide.close()
    const narrow = await openPage(browser, server.url + metric, { width: 390 })
    const small = (await downloaded(narrow.page, /^SVG/)).toString('utf8')
    await narrow.close()
    expect(withoutIds(small)).toBe(withoutIds(large))
    for (const words of [
      'Upper limit',
      'Average',
      'Read with care.',
      'Source.',
      'Synthetic sample data',
      'Live: not',
    ]) {
      expect(large).toContain(words)
    }
    expect(large.replace(/<[^>]+>/g, ' ')).toContain(title?.split(' ').slice(0, 4).join(' '))
    expect(large).toContain(`${server.url}${metric}`)
    expect(large).toContain('data:font/woff2;base64,')
    expect(large).not.toMatch(/class=|var\(--|href=/)
  })

  it('gives PNG at two and three times the size', async () => {
    const { page, complaints, close } = await openPage(browser, server.url + metric)
    const double = await downloaded(page, /^PNG image/)
    const triple = await downloaded(page, /^PNG, large/)
    expect(double.subarray(1, 4).toString()).toBe('PNG')
    expect(double.readUInt32BE(16)).toBe(2400)
    expect(triple.readUInt32BE(16)).toBe(3600)
    expect(double.readUInt32BE(20)).toBeGreaterThan(1200)
    expect(complaints).toEqual([])
    await close()
  })
})

async function latestValues(page: Page): Promise<string[]> {
  return page.locator('table.sc td.val').allTextContents()
}

async function downloaded(page: Page, name: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ])
  return readFile(await file.path())
}

/** Names that React gives to parts of a picture differ from one drawing to the next; nothing else may. */
function withoutIds(svg: string): string {
  return svg.replace(/hatch[A-Za-z0-9]+/g, 'hatch').replace(/recharts[A-Za-z0-9:_«»-]+/g, 'recharts')
}
