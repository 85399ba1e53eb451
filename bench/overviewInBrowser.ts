import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { root } from '../tasks/run.ts'
import { launchBrowser } from '../tests/support/browser.ts'
import { startServer } from '../tests/support/server.ts'
import { holdSession, joinAs } from '../tests/support/signIn.ts'
import { duration, type Measurement } from './measurement.ts'
import { median } from './timing.ts'

interface Opening {
  /** Milliseconds from navigation until the scorecard shows its figures. */
  readonly usable: number
  readonly longestTask: number
  /** Paths of the scripts asked for until then. */
  readonly scripts: readonly string[]
}

/** The overview as a browser opens it: which JavaScript comes before it is usable, and how long a slow machine takes. */
export async function overviewInBrowser({
  dataDir,
  rounds,
}: {
  readonly dataDir: string
  readonly rounds: number
}): Promise<Measurement[]> {
  const server = await startServer({ dataDir, env: { SAMPLE: 'none' } })
  const browser = await launchBrowser()
  try {
    const session = await joinAs(server, 'analyst')
    const { scripts } = await open(browser, { url: server.url, session }, 1)
    let bytes = 0
    let drawing = false
    for (const path of scripts) {
      bytes += (await stat(join(root, 'dist/client', `${path}.gz`))).size
      drawing ||= (await readFile(join(root, 'dist/client', path), 'utf8')).includes('recharts')
    }
    const slow: Opening[] = []
    for (let round = 0; round < rounds; round++)
      slow.push(await open(browser, { url: server.url, session }, 4))
    const usable = median(slow.map((opening) => opening.usable))
    const longest = median(slow.map(({ longestTask }) => longestTask))
    return [
      {
        what: 'JavaScript before the overview is usable, gzip',
        result: `${Math.round(bytes / 1000)} kB in ${scripts.length} files; ${drawing ? 'a chart library is in it' : 'no chart library in it'}`,
        target: '≤ 150 kB; no chart library',
        met: bytes <= 150_000 && !drawing,
      },
      {
        what: 'overview on a four-times-slowed CPU',
        result: `usable in ${duration(usable)}; longest task ${duration(longest)}`,
        target: '≤ 2 s; no task over 100 ms',
        met: usable <= 2000 && longest <= 100,
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Opens the overview in a browser that has nothing of it yet, on a processor so many times slower. */
async function open(
  browser: Browser,
  { url, session: held }: { readonly url: string; readonly session: string },
  slower: number,
): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await holdSession(context, url, held)
    const page = await context.newPage()
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
    })
    await page.addInitScript(watchLongTasks)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.goto(url, { waitUntil: 'commit' })
    const usable = await untilUsable(page)
    const asked = [...new Set(scripts)]
    // A task is reported once it has ended.
    await page.waitForTimeout(500)
    const longestTask = await page.evaluate(
      (end) =>
        Math.max(
          0,
          ...(window as unknown as Watched).longTasks
            .filter((task) => task.start <= end)
            .map(({ length }) => length),
        ),
      usable,
    )
    return { usable, longestTask, scripts: asked }
  } finally {
    await context.close()
  }
}

interface Watched {
  longTasks: { start: number; length: number }[]
}

function watchLongTasks(): void {
  const watched = window as unknown as Watched
  watched.longTasks = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration: length } of list.getEntries())
      watched.longTasks.push({ start: startTime, length })
  }).observe({ type: 'longtask', buffered: true })
}

/** When the scorecard shows its measures, in milliseconds of the page's own clock. */
async function untilUsable(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () =>
      document.querySelectorAll('main table tbody tr td').length > 10 &&
      document.querySelector('main')?.getAttribute('aria-busy') === 'false'
        ? performance.now()
        : false,
    undefined,
    { polling: 'raf', timeout: 60_000 },
  )
  return Number(await handle.jsonValue())
}
