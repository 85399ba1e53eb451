import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { palette } from '../../shared/figures/palette.ts'

describe('palette', () => {
  it('is the same as the design tokens', async () => {
    const css = await readFile(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8')
    for (const [name, colour] of Object.entries(palette)) {
      expect(css, name).toContain(`--${name}: ${colour};`)
    }
  })
})
