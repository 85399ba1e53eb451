import type { Browser } from '@playwright/test'
import type { Report } from '../shared/report/report.ts'

/** A report as a tagged PDF, printed by a browser from the dashboard's own page; `url` is where the dashboard answers. */
export async function printReport(browser: Browser, url: string, report: Report): Promise<Buffer> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    // The page knows nothing by itself: what is printed is handed to it, so nobody has to be signed in.
    await page.addInitScript((handed) => void Object.assign(window, { reportToPrint: handed }), report)
    await page.goto(`${url}/print`)
    await page.locator('article.report').waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  } finally {
    await context.close()
  }
}
