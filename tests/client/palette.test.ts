import { describe, expect, it } from 'vitest'
import type { PaletteEntry } from '../../client/palette/paletteEntry.ts'
import { rankEntries } from '../../client/palette/rankEntries.ts'

const entry = (label: string, words = ''): PaletteEntry => ({ label, kind: 'Measure', address: label, words })
const entries = [
  entry('Domestic abuse crimes recorded', 'da.crimes'),
  entry('Modern slavery crimes recorded', 'ms.crimes'),
  entry('Crimes recorded'),
  entry('Clare’s Law: right to ask'),
  entry('Rape offences recorded', 'crimes of rape'),
]
const found = (typed: string) => rankEntries(entries, typed, 10).map(({ label }) => label)

describe('what is found', () => {
  it('holds every word typed, in any order', () => {
    expect(found('slavery mod')).toEqual(['Modern slavery crimes recorded'])
    expect(found('slavery rape')).toEqual([])
  })
  it('comes with the start of a label first and hidden words last', () => {
    expect(found('crimes')).toEqual([
      'Crimes recorded',
      'Domestic abuse crimes recorded',
      'Modern slavery crimes recorded',
      'Rape offences recorded',
    ])
  })
  it('does not mind case and apostrophes, and lists everything for nothing typed', () => {
    expect(found('CLARES law')).toEqual(['Clare’s Law: right to ask'])
    expect(rankEntries(entries, '  ', 3)).toHaveLength(3)
  })
})
