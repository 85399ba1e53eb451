import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { all, chartSeries, officeParts, parsedParts } from '../support/officeParts.ts'
import { faultsAtWidths, openPage } from './openPage.ts'

const server = { url: inject('sampleAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const metric = '/metrics/da.crimes'

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
}

async function downloaded(
  page: Page,
  name: RegExp,
  { small = false } = {},
): Promise<{ name: string; bytes: Buffer }> {
  await openMenu(page)
  if (small) await page.getByLabel('With small numbers').check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

describe('the export menu', () => {
  it('gives the chart to PowerPoint with the numbers of the table and its finding as title', async () => {
    const { page, complaints, close } = await openPage(browser, server.url + metric)
    const { name, bytes } = await downloaded(page, /^PowerPoint/)
    expect(name).toBe('da-crimes_2026-10_synthetic-sample.pptx')
    const finding = await page.locator('h1').textContent()
    await page.getByRole('link', { name: 'Table' }).click()
    const latest = (await page.locator('tbody tr td b').first().textContent())!.replace(',', '')
    const parts = parsedParts(bytes)
    const [figures, ...others] = chartSeries(parts.get('ppt/charts/chart1.xml')!)
    expect(figures!.values.findLast((value) => value !== null)).toBe(Number(latest))
    expect(others.map((each) => each.name)).toContain('Forecast')
    const words = all(parts.get('ppt/slides/slide1.xml')!, 'a:t').map((text) => text.textContent)
    expect(words[0]).toBe(finding)
    expect(words.join(' ')).toContain('Synthetic sample data')
    expect(words.join(' ')).toMatch(/\/c\/[2-9a-z]{10}/)
    expect(complaints).toEqual([])
    await close()
  })

  it.each([
    ['the districts', '?tab=districts', 6],
    ['a breakdown', '?tab=breakdown', 1],
    ['a stacked breakdown', '?tab=breakdown&view=stacked', 1],
    ['two dimensions', '?tab=breakdown&by2=victim_sex&top=3', 0],
    ['two dimensions over time', '?tab=breakdown&by2=victim_sex&top=3&view=stacked', 4],
    ['the table', '?tab=table', 0],
  ])('gives %s to Word as it is on show', async (_what, search, charts) => {
    const { page, complaints, close } = await openPage(browser, server.url + metric + search)
    const { bytes } = await downloaded(page, /^Word/, { small: true })
    const paths = [...officeParts(bytes).keys()]
    expect(paths.filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(charts)
    expect(complaints).toEqual([])
    await close()
  })

  it('makes pictures for a page or a slide, and copies the table', async () => {
    const { page, close } = await openPage(browser, server.url + metric)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await openMenu(page)
    await page.getByLabel('Pictures for').selectOption('slide')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^PNG image/ }).click(),
    ])
    const png = await readFile(await file.path())
    expect(png.readUInt32BE(16)).toBe(3200)
    expect(png.readUInt32BE(20)).toBe(1800)
    await openMenu(page)
    await page.getByRole('button', { name: /^Copy table/ }).click()
    await page.getByText('The table has been copied.').first().waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text.split('\n')).toHaveLength(61)
    await close()
  })
})

describe('pictures of what the other tabs show', () => {
  it.each([
    ['the districts', '?tab=districts', 'Bradford'],
    ['a breakdown', '?tab=breakdown', 'Violence with injury'],
    ['a stacked breakdown', '?tab=breakdown&view=stacked', 'Violence with injury'],
    ['a table of two dimensions', '?tab=breakdown&by2=victim_sex&top=5', 'Together'],
    ['panels of two dimensions', '?tab=breakdown&by2=victim_sex&top=3&view=lines', 'Female'],
  ])('hold %s with title, link, state and fonts, alike at any window size', async (_what, search, name) => {
    const pictures: string[] = []
    for (const width of [1440, 700]) {
      const { page, complaints, close } = await openPage(browser, server.url + metric + search, { width })
      const { bytes } = await downloaded(page, /^SVG/, { small: true })
      pictures.push(bytes.toString('utf8'))
      expect(complaints).toEqual([])
      await close()
    }
    expect(pictures[0]).toBe(pictures[1])
    const words = pictures[0]!.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ')
    expect(words).toContain(name)
    expect(words).toContain('Synthetic sample data')
    expect(words).toContain('Source.')
    expect(words).toMatch(/\/c\/[2-9a-z]{10}/)
    expect(pictures[0]!.match(/font\/woff2;base64/g)).toHaveLength(2)
    const parts = pictures[0]!.match(/<rect|<path/g)!.length
    expect(parts).toBeGreaterThan(8)
  })

  it('are as large as a slide where one is asked for', async () => {
    const { page, close } = await openPage(browser, `${server.url}${metric}?tab=districts`)
    await openMenu(page)
    await page.getByLabel('Pictures for').selectOption('slide')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^PNG image/ }).click(),
    ])
    const png = await readFile(await file.path())
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3200, 1800])
    await close()
  })
})

describe('a cited figure', () => {
  it('opens under its short link as it was, accessible and without scrolling sideways on a phone', async () => {
    const { page, close } = await openPage(browser, server.url + metric)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const finding = await page.locator('h1').textContent()
    await openMenu(page)
    await page.getByRole('button', { name: /^Cite/ }).click()
    await page.getByText('The reference has been copied.').first().waitFor()
    const line = await page.evaluate(() => navigator.clipboard.readText())
    await close()
    const link = /\S+\/c\/\S+$/.exec(line)![0]
    const cited = await openPage(browser, link, { width: 390 })
    expect(await cited.page.locator('h1').textContent()).toBe(finding)
    await cited.page.getByText('It still stands').waitFor()
    expect(await faultsAtWidths(cited.page, [390, 1440])).toEqual([])
    expect(cited.complaints).toEqual([])
    await cited.close()
  })
})

describe('figures for programs', () => {
  it('are documented on a page that is accessible and fits a phone', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/read-api`, { width: 390 })
    expect(await faultsAtWidths(page, [390, 1440])).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})
