import { expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

test('the test browser draws a page', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<h1 style="width:200px">Partnership</h1>')
    expect(await page.getByRole('heading').textContent()).toBe('Partnership')
    expect((await page.getByRole('heading').boundingBox())?.width).toBe(200)
  } finally {
    await browser.close()
  }
})
