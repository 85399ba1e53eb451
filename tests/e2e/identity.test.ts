import type { Browser } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../shared/access/viewer.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { startSampleServer } from '../support/sampleServer.ts'
import { faultsAtWidths, openPage, settled } from './openPage.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startSampleServer(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('a newcomer with sample data', () => {
  it('needs no link, and is told no figure before coming in', async () => {
    expect(server.output()).not.toContain('/invitation#')
    expect((await fetch(`${server.url}/api/trpc/session`)).status).toBe(401)
  })

  it('is shown the way in, enters as each role at one click, and sees just what the role should', async () => {
    const seen: Record<string, string[]> = {}
    for (const role of roles) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${server.url}/metrics`)
      await page.getByRole('heading', { name: 'Look around as anyone' }).waitFor()
      expect(new URL(page.url()).pathname).toBe('/sign-in')
      const name = role[0]!.toUpperCase() + role.slice(1)
      await page.getByRole('button', { name: `Enter as ${name}` }).click()
      await page.getByRole('link', { name: `Sample ${role}` }).waitFor()
      expect(new URL(page.url()).pathname).toBe('/metrics')
      seen[role] = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents()
      for (const [path, allowed] of [
        ['/people', role === 'administrator'],
        ['/audit', role === 'administrator'],
      ] as const) {
        await page.goto(server.url + path)
        await settled(page)
        const told = page.getByText('Your role does not include this')
        if (allowed) expect(await told.count()).toBe(0)
        else await told.waitFor()
      }
      await context.close()
    }
    expect(seen).toEqual({
      viewer: ['Overview', 'Metrics', 'Districts', 'Compare', 'Reports', 'Scrutiny'],
      scrutiny: ['Overview', 'Metrics', 'Districts', 'Compare', 'Reports', 'Scrutiny'],
      analyst: ['Overview', 'Metrics', 'Districts', 'Compare', 'Reports', 'Scrutiny', 'Data'],
      administrator: ['Overview', 'Metrics', 'Districts', 'Compare', 'Reports', 'Scrutiny', 'Administration'],
    })
  })

  it('as a viewer never receives a small count, as an analyst does', async () => {
    const small = async (role: 'viewer' | 'analyst') => {
      const { page, close } = await openPage(browser, server.url, { role })
      const input = { metric: 'ms.crimes', breakdown: ['area'] }
      const counts = await page.evaluate(async (query) => {
        const answer = await fetch(`/api/trpc/series?input=${encodeURIComponent(JSON.stringify(query))}`)
        const { result } = await answer.json()
        return result.data.series.flatMap(({ points }: { points: { numerator: number | null }[] }) =>
          points.map(({ numerator }) => numerator),
        ) as (number | null)[]
      }, input)
      await close()
      return counts.filter((count) => count !== null && count > 0 && count < 5).length
    }
    expect(await small('viewer')).toBe(0)
    expect(await small('analyst')).toBeGreaterThan(0)
  })

  it('signs out, and the page before is closed again', async () => {
    const { page, close } = await openPage(browser, `${server.url}/account`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Look around as anyone' }).waitFor()
    await page.goto(server.url)
    await page.waitForURL(/\/sign-in\?to=/)
    await close()
  })

  it('is sent back to the very address after signing in, and never to another site', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${server.url}/metrics/ms.crimes?tab=table`)
    await page.getByRole('button', { name: 'Enter as Viewer' }).click()
    await page.waitForURL(`${server.url}/metrics/ms.crimes?tab=table`)
    await page.context().clearCookies()
    await page.goto(`${server.url}/sign-in?to=//evil.example`)
    await page.getByRole('button', { name: 'Enter as Viewer' }).click()
    await page.waitForURL(`${server.url}/`)
    await context.close()
  })
})

const pages = ['/account', '/people', '/audit', '/data-protection'] as const

describe('the pages of an administrator', () => {
  it.each(pages)('%s is accessible and fits a phone and a desk', async (path) => {
    const { page, complaints, close } = await openPage(browser, server.url + path, {
      role: 'administrator',
      width: 390,
    })
    expect(await faultsAtWidths(page, [390, 1440])).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

describe('the content policy', () => {
  it('gives every page its own nonce and lets no other script run, inline or from elsewhere', async () => {
    const read = async (path = '/') => {
      const answer = await fetch(server.url + path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      const nonce = /script-src 'nonce-([\w-]+)' 'strict-dynamic'/.exec(policy)?.[1] ?? ''
      const html = await answer.text()
      expect(policy).not.toContain('unsafe')
      expect(nonce.length).toBe(24)
      expect(html).toContain(`nonce="${nonce}"`)
      expect(html).not.toContain('%NONCE%')
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
      return nonce
    }
    const nonces = []
    for (const path of ['/', '/', '/index.html', '/index.html/', '/index.html.br', '/assets/..%2findex.html'])
      nonces.push(await read(path))
    expect(new Set(nonces).size).toBe(nonces.length)
    const cached = async (path: string) =>
      (await fetch(server.url + path)).headers.get('cache-control')?.replace(/, /g, ' ')
    const script = /assets\/index-[\w-]+\.js/.exec(await (await fetch(server.url)).text())?.[0]
    expect(await cached(`/${script}`)).toBe('public max-age=31536000 immutable')
    expect(await cached('/favicon.svg')).toBe('public max-age=0')
    const { page, close } = await openPage(browser, `${server.url}/account`)
    await page.evaluate(() => {
      const inline = document.createElement('div')
      inline.innerHTML = `<img src="data:," onerror="window.ran = 'handler'"><a href="javascript:window.ran='link'">x</a>`
      document.body.append(inline)
      inline.querySelector('a')?.click()
      document.body.insertAdjacentHTML('beforeend', `<script>window.ran = 'inline'</script>`)
      document.body.insertAdjacentHTML('beforeend', '<style>body { outline: 7px solid }</style>')
    })
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
    expect(await page.evaluate(() => getComputedStyle(document.body).outlineWidth)).not.toBe('7px')
    await close()
  })
})

describe('an installation for real data', () => {
  it('is opened by the link on the console: administrator, invitation, second step, and texts that stay texts', async () => {
    const own = await startServer({ env: { SAMPLE: 'none' } })
    try {
      const context = await browser.newContext()
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('dialog', (dialog) => {
        complaints.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      const link = /http:\/\/\S+\/invitation#\S+/.exec(own.output())?.[0] ?? ''
      await page.goto(link.replace('localhost', '127.0.0.1'))
      await page.getByLabel('Your name').fill('Ada Admin')
      await page.getByLabel('E-mail address').fill('ada@example.org')
      await page.getByLabel('Password').fill('password12345')
      await page.getByRole('button', { name: 'Join' }).click()
      await page.getByRole('alert').getByText('Three or four unrelated words').waitFor()
      await page.getByLabel('Password').fill('lantern orbit pepper mosaic')
      await page.getByRole('button', { name: 'Join' }).click()
      await page.getByRole('link', { name: 'Ada Admin' }).waitFor()

      const script = '<img src=x onerror=alert(1)><script>alert(2)</script>'
      await page.goto(`${own.url}/people`)
      await page.getByLabel('Name', { exact: true }).fill(script)
      await page.getByLabel('E-mail address').fill('eve@example.org')
      await page.getByLabel('Role').selectOption('Analyst')
      await page.getByRole('button', { name: 'Make the link' }).click()
      const invitation = (await page.locator('.onetime code').textContent()) ?? ''
      expect(invitation).toContain('/invitation#')

      const second = await browser.newContext()
      second.setDefaultTimeout(15_000)
      const joining = await second.newPage()
      joining.on('dialog', (dialog) => {
        complaints.push(dialog.message())
        void dialog.dismiss()
      })
      await joining.goto(invitation)
      await joining.getByText(script).waitFor()
      await joining.getByLabel('Password').fill('copper violin harbour thistle')
      await joining.getByRole('button', { name: 'Join' }).click()
      await joining.getByRole('link', { name: script }).waitFor()

      await joining.goto(`${own.url}/account`)
      await joining
        .getByRole('textbox', { name: 'Password', exact: true })
        .fill('copper violin harbour thistle')
      await joining.getByRole('button', { name: 'Set it up' }).click()
      const secret = (await joining.locator('form code').textContent()) ?? ''
      const code = (ahead: number) =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 })
      await joining.getByLabel('Code').fill(code(0))
      await joining.getByRole('button', { name: 'Turn it on' }).click()
      await joining.getByText('Print or write down these recovery codes').waitFor()
      expect(await joining.locator('.codes li').count()).toBe(10)
      await joining.getByRole('button', { name: 'Sign out' }).click()
      await joining.getByLabel('E-mail address').fill('eve@example.org')
      await joining.getByLabel('Password').fill('copper violin harbour thistle')
      await joining.getByRole('button', { name: 'Sign in' }).click()
      await joining.getByLabel('Code').fill(code(1))
      await joining.getByRole('button', { name: 'Go on' }).click()
      await joining.getByRole('link', { name: script }).waitFor()

      for (const path of ['/people', '/audit']) {
        await page.goto(own.url + path)
        await page.getByText(script).first().waitFor()
      }
      await page.goto(`${own.url}/people`)
      const end = page
        .getByRole('row')
        .filter({ hasText: script })
        .getByRole('button', { name: 'End sessions' })
      await end.click()
      await end.waitFor({ state: 'detached' })
      await joining.goto(own.url)
      await joining.waitForURL(/\/sign-in/)
      expect(complaints).toEqual([])
      await context.close()
      await second.close()
    } finally {
      await own.stop()
    }
  })
})
