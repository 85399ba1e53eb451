import { mkdir, readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { levelCrimes } from '../build/levelCrimes.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { officeParts } from '../support/officeParts.ts'
import { accessibilityFaults, openPage, settled, sidewaysScroll } from './openPage.ts'

let server: TestApp
let browser: Browser
let url: string

/** Crimes rise in the last months, so that something is suggested; the clock stands where they end. */
beforeAll(async () => {
  ;[server, browser] = await Promise.all([openTestApp(), launchBrowser()])
  server.later((Date.parse('2024-07-15T09:00:00Z') - Date.now()) / 60_000)
  url = await server.app.listen({ port: 0, host: '127.0.0.1' })
  await server.held.load(
    'crime',
    [...levelCrimes('2021-06', '2023-10', 60), ...levelCrimes('2023-11', '2024-05', 110)],
    { asAt: '2024-07-10' },
  )
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

const window = async (address: string, role: 'scrutiny' | 'viewer' = 'scrutiny', width = 1440) => {
  const session = (await server.as(role)).replace(/^[^=]+=/, '')
  return openPage(browser, url + address, { session, width })
}

describe('a question', () => {
  it('goes from a suggestion to asked, answered, promised, due, judged and closed, and into a briefing', async () => {
    const first = await window('/scrutiny')
    const { page } = first
    await page.getByRole('button', { name: 'Make it a question' }).first().click()
    await page.getByRole('heading', { name: 'The draft' }).waitFor()
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])
    const question = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    expect(question).toMatch(/\?$/)
    const address = new URL(page.url()).pathname
    await page.getByRole('button', { name: 'Change figures' }).click()
    const chosen = page.locator('.chfigs .figlist')
    const named = async () => (await chosen.locator('b').allTextContents()).map((each) => each.trim())
    const [suggested = ''] = await named()
    // The figure that was suggested goes, and nothing is left: a question without a figure is not kept.
    await page.getByRole('button', { name: `Take out: ${suggested}` }).focus()
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('The figures it rests on')
    await page.getByRole('button', { name: 'Keep these figures' }).click()
    await page.getByText('A question rests on a figure: add at least one.').waitFor()
    const add = async (area: string, drawn: string) => {
      await page.getByLabel('Measure', { exact: true }).selectOption('da.crimes')
      await page.getByLabel('Drawn as').selectOption(drawn)
      if (area !== '') await page.getByLabel('Area', { exact: true }).selectOption(area)
      await page.getByRole('button', { name: 'Add this figure' }).click()
    }
    await add('Bradford', 'Control chart')
    await add('Bradford', 'Control chart')
    await page.getByText('This figure is there already.').waitFor()
    await add('Leeds', 'Control chart')
    await add('', 'All districts side by side')
    const crimes = 'Domestic abuse crimes recorded'
    expect(await named()).toEqual([`${crimes}, Bradford`, `${crimes}, Leeds`, `${crimes}, West Yorkshire`])
    const up = page.getByRole('button', { name: `Move up: ${crimes}, Leeds` })
    await up.focus()
    await page.keyboard.press('Enter')
    expect(await named()).toEqual([`${crimes}, Leeds`, `${crimes}, Bradford`, `${crimes}, West Yorkshire`])
    await page.getByText(`Now 1 of 3: ${crimes}, Leeds`).waitFor()
    // It is first now, so its way up is shut and the hand rests on its way down.
    expect(await focused(page)).toContain(`Move down: ${crimes}, Leeds`)
    await page.getByRole('button', { name: `Take out: ${crimes}, Bradford` }).click()
    expect(await focused(page)).toContain(`Take out: ${crimes}, West Yorkshire`)
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'question-figures')
    await page.getByRole('button', { name: 'Keep these figures' }).click()
    await page.getByRole('button', { name: 'Change figures' }).waitFor()
    expect(await focused(page)).toBe('Change figures')
    await page.locator('.qfig .figtitle').nth(1).waitFor()
    expect(await page.locator('.qfig').count()).toBe(2)
    expect(await page.locator('.qfig .figcaption, .qfig .src').first().textContent()).toContain(crimes)
    await write(page, 'Asked of', 'West Yorkshire Police')
    await write(page, 'Meeting', 'Summer meeting')
    await write(page, 'Date of the meeting', '2024-07-18')
    await picture(page, 'question-draft')

    await step(page, 'Mark as asked')
    await page.getByRole('heading', { name: 'What happened since' }).waitFor()
    await page.getByText('Cannot be judged yet').first().waitFor()
    expect(await page.getByLabel('The question', { exact: true }).count()).toBe(0)
    await write(page, 'The reply', 'Recording changed. It will fall again.')
    await step(page, 'Mark as answered')
    await page.getByRole('button', { name: 'Add a promise' }).click()
    await page.getByRole('textbox', { name: 'What was promised' }).fill('Fewer than four hundred a month.')
    await page.getByLabel('By when').fill('2025-05-31')
    await page.getByLabel('Target', { exact: true }).fill('400')
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.getByText('Target, at most 400').waitFor()
    await step(page, 'Mark as promised')
    await page.getByText('What was promised is due by 31 May 2025').waitFor()
    expect(await page.getByRole('button', { name: 'Close', exact: true }).count()).toBe(0)
    expect(first.complaints).toEqual([])
    await first.close()

    server.later(60 * 24 * 365)
    await server.held.load('crime', levelCrimes('2024-06', '2025-05', 20), { asAt: '2025-07-10' })
    const second = await window('/scrutiny/questions')
    const list = second.page
    await list.getByRole('heading', { name: 'One promise to the board is overdue' }).waitFor()
    await list.getByText('Changed: lower').waitFor()
    expect(await accessibilityFaults(list)).toEqual([])
    await picture(list, 'ledger')
    await list.getByRole('link', { name: question }).click()
    await list.getByText('What was promised is overdue').waitFor()
    await list.getByText(/Target, at most 400: *met/).waitFor()
    await list.getByText('beyond chance').first().waitFor()
    await settled(list)
    // Recorded crime is neutral, so nothing on the page calls the fall good.
    expect(await list.locator('.var.k-improvement, .var.k-concern').count()).toBe(0)
    expect(await accessibilityFaults(list)).toEqual([])
    await picture(list, 'question-judged')
    await list.getByLabel('What became of it').selectOption('Kept')
    await step(list, 'Close')
    await list.getByText('and closed.').waitFor()

    await list.goto(`${url}/scrutiny/meetings`)
    await settled(list)
    await list.getByText('Summer meeting').waitFor()
    await list.getByLabel('Meeting', { exact: true }).fill('Summer meeting')
    await list.getByLabel('Date of the meeting').fill('2024-07-18')
    await list.getByText('One question names this day').waitFor()
    expect(await accessibilityFaults(list)).toEqual([])
    await picture(list, 'meetings')
    await list.getByRole('button', { name: 'Start the briefing' }).click()
    await list.locator('.report').getByText(question).first().waitFor()
    const report = (await list.locator('.report').textContent()) ?? ''
    for (const words of [
      'Recording changed. It will fall again.',
      'Fewer than four hundred a month.',
      'at most 400: met',
      'No promise is past its day.',
    ])
      expect(report, words).toContain(words)
    await list.locator('.report svg[role="img"]').first().waitFor()
    expect(await accessibilityFaults(list)).toEqual([])
    await picture(list, 'briefing')
    const [file] = await Promise.all([
      list.waitForEvent('download'),
      list.getByRole('button', { name: 'Word', exact: true }).click(),
    ])
    const document = await readFile(await file.path())
    await keep('briefing.docx', document)
    const text = officeParts(document).get('word/document.xml') ?? ''
    expect(plain(text)).toContain('Recording changed. It will fall again.')
    expect(second.complaints).toEqual([])
    await second.close()

    const reader = await window(address, 'viewer', 390)
    await reader.page.getByText('and closed.').waitFor()
    expect(await reader.page.getByRole('button', { name: 'Open it again' }).count()).toBe(0)
    expect(await sidewaysScroll(reader.page)).toBe(0)
    await picture(reader.page, 'question-390')
    await reader.page.goto(`${url}/scrutiny/questions`)
    await settled(reader.page)
    expect(await sidewaysScroll(reader.page)).toBe(0)
    await picture(reader.page, 'ledger-390')
    await reader.close()
  })

  it('keeps the words of both who write at once', async () => {
    const mine = await window('/metrics/da.crimes')
    await mine.page.getByRole('button', { name: 'Ask about this' }).click()
    await mine.page.getByLabel('The question').fill('What stands behind the figure?')
    await mine.page.getByRole('button', { name: 'Write it down as a draft' }).click()
    await mine.page.getByRole('heading', { name: 'The draft' }).waitFor()
    const theirs = await window(new URL(mine.page.url()).pathname)
    await theirs.page.getByLabel('Why it is asked').waitFor()
    await write(mine.page, 'Why it is asked', 'Because of the rise.')
    await theirs.page.getByLabel('Why it is asked').fill('Because the board wants to know.')
    const panel = theirs.page.locator('.conflict')
    await panel.waitFor()
    expect(await panel.textContent()).toContain('Because of the rise.')
    expect(await panel.textContent()).toContain('Because the board wants to know.')
    await picture(theirs.page, 'conflict')
    await panel.getByRole('button', { name: 'Keep both, theirs first' }).click()
    await panel.waitFor({ state: 'detached' })
    await expect
      .poll(async () => {
        const rows = await server.held.installation.workspace
          .selectFrom('scrutiny_text')
          .select('value')
          .where('field', '=', 'why')
          .execute()
        return rows.map(({ value }) => value)
      })
      .toContain('Because of the rise.\n\nBecause the board wants to know.')

    for (const { page } of [mine, theirs]) {
      await page.getByRole('button', { name: 'Change figures' }).click()
      await page.getByLabel('Measure', { exact: true }).selectOption('da.crimes')
    }
    const choose = async ({ page }: typeof mine, area: string) => {
      await page.getByLabel('Area', { exact: true }).selectOption(area)
      await page.getByRole('button', { name: 'Add this figure' }).click()
      await page.getByRole('button', { name: 'Keep these figures' }).click()
    }
    await choose(mine, 'Leeds')
    await mine.page.getByRole('button', { name: 'Change figures' }).waitFor()
    await choose(theirs, 'Wakefield')
    await panel.waitFor()
    expect(await panel.textContent()).toContain('changed the figures while you chose')
    await picture(theirs.page, 'figures-conflict')
    expect(await accessibilityFaults(theirs.page)).toEqual([])
    await panel.getByRole('button', { name: 'Keep both, theirs first' }).click()
    await theirs.page.getByRole('button', { name: 'Change figures' }).waitFor()
    await theirs.page.getByRole('link', { name: 'Domestic abuse crimes recorded' }).nth(2).waitFor()
    const kept = await server.held.installation.workspace
      .selectFrom('question_figure')
      .select('areas')
      .where('question', '=', Number(new URL(mine.page.url()).pathname.split('/').at(-1)))
      .orderBy('place')
      .execute()
    expect(kept.map(({ areas }) => areas)).toEqual(['["E23000010"]', '["E08000035"]', '["E08000036"]'])
    await mine.close()
    await theirs.close()
  })

  it('comes from a file of past questions only when every row can be taken, and is found from everywhere', async () => {
    const { page, close, complaints } = await window('/scrutiny/questions')
    await page.getByRole('button', { name: 'Bring in past questions' }).click()
    const bad =
      'Question,Theme,Asked of,Status,Meeting date\r\nDid referrals rise?,Weather,,Asked,yesterday\r\n'
    await choose(page, bad)
    await page.getByText('3 cells cannot be taken').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'import')
    await choose(
      page,
      "Question;Theme;Asked of;Status;Meeting date\r\n'=Did referrals rise?;Partner returns;Leeds Council;Asked;12/03/2024\r\n",
    )
    await page.getByRole('button', { name: 'Bring them in' }).click()
    await page.getByText('One question was brought in').waitFor()
    await page.getByRole('link', { name: '=Did referrals rise?' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByLabel('Find a measure').fill('did referrals')
    await page.getByRole('option', { name: /Did referrals rise/ }).click()
    await page.getByText('Asked of Leeds Council on 12 Mar 2024').waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})

describe('a recommendation', () => {
  it('names who has to act by when, with progress and the measure that shows it', async () => {
    const { page, close, complaints } = await window('/scrutiny/recommendations')
    await page.getByRole('button', { name: 'Add a recommendation' }).click()
    await page.getByLabel('Who recommends it').fill('HM Inspectorate of Constabulary')
    await page.getByLabel('Reference').fill('Recommendation 4')
    await page.getByLabel('Who has to act').fill('West Yorkshire Police')
    await page.getByLabel('What is recommended').fill('Publish how long victims wait.')
    await page.getByLabel('By when').fill('2024-07-01')
    await page.getByLabel('A measure that shows it').selectOption('da.crimes')
    await page.getByRole('button', { name: 'Link this measure' }).click()
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.getByRole('heading', { name: 'One recommendation is overdue' }).waitFor()
    await page.getByRole('button', { name: 'Note progress' }).click()
    await page.getByLabel('What has been done').fill('A first list has been drawn up.')
    await page.getByRole('button', { name: 'Add the note' }).click()
    await page.getByText('A first list has been drawn up.').waitFor()
    await page.locator('.lfig .spark').waitFor()
    await page.getByLabel('State').selectOption('Under way')
    await page.getByText('under way').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'recommendations')
    expect(complaints).toEqual([])
    await close()
  })
})

/** Writes into a text that saves itself, and waits until the server has it. */
async function write(page: Page, label: string, text: string): Promise<void> {
  const field = page.locator('.draftfield').filter({ has: page.getByLabel(label, { exact: true }) })
  await field.locator('input, textarea').fill(text)
  await field.locator('input, textarea').blur()
  await field.locator('.draftstatus.kept').waitFor({ state: 'attached' })
}

/** What the keyboard is on, by name. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
  })
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
  await settled(page)
}

async function choose(page: Page, csv: string): Promise<void> {
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'past.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
}

function plain(xml: string): string {
  return xml.replace(/<[^>]+>/g, '')
}

/** Kept only where somebody wants to look: LOOK names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK']
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.evaluate(() => globalThis.window.dispatchEvent(new Event('beforeprint')))
  await page.waitForTimeout(600)
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function keep(name: string, bytes: Buffer): Promise<void> {
  const folder = process.env['LOOK']
  if (folder !== undefined) await (await import('node:fs/promises')).writeFile(`${folder}/${name}`, bytes)
}
