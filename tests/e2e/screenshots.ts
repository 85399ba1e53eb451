import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../tasks/run.ts'
import { buildClientIfStale } from '../../tasks/clientBuild.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { openPage, sidewaysScroll } from './openPage.ts'

const metric = '/metrics/ms.crimes'
const pages: Record<string, string> = {
  overview: '/',
  'overview-aims': '/?group=aims',
  metrics: '/metrics',
  'metric-chart': metric,
  'metric-table': `${metric}?tab=table`,
  'metric-districts': '/metrics/da.crimes?tab=districts',
  'metric-breakdown': '/metrics/da.crimes?tab=breakdown',
  'metric-breakdown-stacked': '/metrics/da.crimes?tab=breakdown&view=stacked',
  'metric-breakdown-lines': '/metrics/da.crimes?tab=breakdown&view=overlaid&top=5&share=1',
  'metric-breakdown-crossed': '/metrics/da.crimes?tab=breakdown&by2=victim_sex',
  'metric-about': `${metric}?tab=about`,
  'metric-share': '/metrics/da.charged',
  'metric-missing': '/metrics/returns.maracCases',
  area: '/areas/E08000035',
  questions: '/scrutiny/questions',
  recommendations: '/scrutiny/recommendations',
  meetings: '/scrutiny/meetings',
  'compare-rise': '/compare?of=ms.crimes&at=2023-07',
  'compare-indexed': '/compare?lines=ms.crimes|nrm.referrals|intel.modernSlavery&scale=indexed',
  'compare-table': '/compare?lines=sa.rape|sa.rape~E08000035&view=table',
  'compare-start': '/compare',
  accessibility: '/accessibility',
  'unknown-area': `${metric}?area=E99999999`,
  data: '/data',
}

/** Every page at the three widths of the design, into screenshots/, to be held against its checklist. */
const folder = join(root, 'screenshots')
await mkdir(folder, { recursive: true })
await buildClientIfStale()
const server = await startServer({ startSeconds: 170 })
const browser = await launchBrowser()
try {
  for (const [name, path] of Object.entries(pages)) {
    for (const width of [1440, 1024, 390]) {
      const { page, complaints, close } = await openPage(browser, server.url + path, { width })
      // Panels are drawn when they come near the window; a picture of the whole page must have them all.
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await page.waitForTimeout(200)
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
      const sideways = await sidewaysScroll(page)
      if (sideways > 0) console.log(`${name} at ${width}: scrolls sideways by ${sideways} px`)
      for (const complaint of complaints) console.log(`${name} at ${width}: ${complaint}`)
      await close()
    }
    console.log(`screenshots/${name}`)
  }
} finally {
  await browser.close()
  await server.stop()
}
