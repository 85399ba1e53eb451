import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../tasks/run.ts'
import { buildClientIfStale } from '../../tasks/clientBuild.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { sampleSession } from '../support/signIn.ts'
import { openPage, sidewaysScroll } from './openPage.ts'

const metric = '/metrics/ms.crimes'
const pages: Record<string, string> = {
  overview: '/',
  'overview-aims': '/?group=aims',
  'overview-sorted': '/?group=none&sort=-signal&since=month',
  'overview-shut': '/?shut=domesticAbuse,sexualAbuse',
  metrics: '/metrics',
  'metric-chart': metric,
  'metric-table': `${metric}?tab=table`,
  'metric-districts': '/metrics/da.crimes?tab=districts',
  'metric-breakdown': '/metrics/da.crimes?tab=breakdown',
  'metric-breakdown-stacked': '/metrics/da.crimes?tab=breakdown&view=stacked',
  'metric-breakdown-lines': '/metrics/da.crimes?tab=breakdown&view=overlaid&top=5&share=1',
  'metric-breakdown-crossed': '/metrics/da.crimes?tab=breakdown&by2=victim_sex',
  'metric-breakdown-pairs': '/metrics/da.crimes?tab=breakdown&by2=victim_sex&view=lines&top=5',
  'metric-breakdown-pairs-stacked':
    '/metrics/da.crimes?tab=breakdown&by2=victim_sex&view=stacked&share=1&top=5',
  'metric-revisions': `${metric}?tab=revisions`,
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
  'compare-training': '/compare?lines=ms.crimes|nrm.referrals&training=1',
  'compare-start': '/compare',
  'metric-nothing': `${metric}?from=2001-01&to=2001-12`,
  editions: '/editions',
  'edition-unknown': '/editions/99',
  accessibility: '/accessibility',
  'data-protection': '/data-protection',
  'read-api': '/read-api',
  account: '/account',
  'data-add': '/data/add',
  'unknown-area': `${metric}?area=E99999999`,
  data: '/data',
}

/** Pages that only an administrator has, and the one for those who are not signed in. */
const others: Record<string, { readonly path: string; readonly role: 'administrator' | 'viewer' }> = {
  people: { path: '/people', role: 'administrator' },
  audit: { path: '/audit', role: 'administrator' },
  'sign-in': { path: '/sign-in', role: 'viewer' },
  'needs-access': { path: `${metric}?asAt=5`, role: 'viewer' },
}
const all = [
  ...Object.entries(pages).map(([name, path]) => ({ name, path, role: 'analyst' as const })),
  ...Object.entries(others).map(([name, each]) => ({ name, ...each })),
]

/** Every page at the three widths of the design, into screenshots/, to be held against its checklist. */
const folder = join(root, 'screenshots')
await mkdir(folder, { recursive: true })
await buildClientIfStale()
const server = await startServer({ startSeconds: 170 })
const browser = await launchBrowser()
try {
  // One sign-in a role: so many in a minute would be refused.
  const sessions = {
    analyst: await sampleSession(server.url, 'analyst'),
    administrator: await sampleSession(server.url, 'administrator'),
    viewer: await sampleSession(server.url, 'viewer'),
  }
  for (const { name, path, role } of all) {
    for (const width of [1440, 1024, 390]) {
      const { page, complaints, close } = await openPage(browser, server.url + path, {
        width,
        session: sessions[role],
      })
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
