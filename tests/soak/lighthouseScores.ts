import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { freePort } from '../../tasks/freePort.ts'
import { buildClientIfStale } from '../../tasks/clientBuild.ts'
import { browserArguments, findBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { sampleSession } from '../support/signIn.ts'

const pages = ['/', '/metrics/ms.crimes', '/areas/E08000035', '/data', '/scrutiny'] as const

/** The least a page must reach, of 100. */
const least = { performance: 95, accessibility: 100, 'best-practices': 100 } as const

/** What Lighthouse says of the pages on a sample, on a screen as the board uses; each page that falls short is a fault. */
export async function lighthouseScores({
  folder,
  say,
}: {
  readonly folder: string
  readonly say: (line: string) => void
}): Promise<{ readonly summary: string; readonly faults: string[] }> {
  await buildClientIfStale()
  const port = await freePort()
  const server = await startServer({ dataDir: folder, startSeconds: 170 })
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  })
  const faults: string[] = []
  const lines: string[] = []
  try {
    const session = await sampleSession(server.url, 'analyst')
    for (const path of pages) {
      const run = await lighthouse(
        server.url + path,
        {
          port,
          logLevel: 'error',
          onlyCategories: Object.keys(least),
          extraHeaders: { Cookie: `session=${session}` },
          disableStorageReset: true,
        },
        desktopConfig,
      )
      if (run === undefined) throw new Error(`no answer for ${path}`)
      const { categories, audits } = run.lhr
      const scores = Object.entries(least).map(([name, wanted]) => {
        const score = Math.round((categories[name]?.score ?? 0) * 100)
        if (score < wanted) {
          const why = (categories[name]?.auditRefs ?? [])
            .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
            .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim())
          faults.push(`${path}: ${name} ${score}, not ${wanted} (${why.join('; ')})`)
        }
        return `${name} ${score}`
      })
      const timing = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
        .map((id) => `${id} ${audits[id]?.displayValue ?? '–'}`)
        .join(', ')
      const line = `${path}: ${scores.join(', ')}; ${timing}`
      say(line)
      lines.push(line)
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  return { summary: `${lines.length} pages, ${faults.length} below what they must reach`, faults }
}
