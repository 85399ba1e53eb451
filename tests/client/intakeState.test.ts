import { limitWords } from '../../client/pages/intake/limitWords.ts'
import { describe, expect, it } from 'vitest'
import { coverageWords } from '../../client/pages/intake/coverageWords.ts'
import { formatBytes } from '../../client/pages/intake/formatBytes.ts'
import type { Profile, Receipt } from '../../client/pages/intake/intakeClient.ts'
import { firstState, intakeReducer, statementOf } from '../../client/pages/intake/intakeState.ts'

const profile = { name: 'mine', feed: 'crime' } as Profile
const previewed = { kind: 'previewed', receipt: {} as Receipt } as const

describe('what the analyst has chosen', () => {
  it('asks for a new check as soon as anything else is chosen after one', () => {
    const checked = intakeReducer({ ...firstState, profile }, { check: previewed })
    expect(checked.check.kind).toBe('previewed')
    expect(intakeReducer(checked, { set: { mode: 'amend' } }).check.kind).toBe('none')
    expect(intakeReducer(checked, { profile, reference: null }).check.kind).toBe('none')
  })

  it('is a statement only when it is whole', () => {
    expect(statementOf('u', firstState)).toBe('Choose a profile first.')
    expect(statementOf('u', { ...firstState, profile, from: '2024-05' })).toMatch(/both/)
    expect(statementOf('u', { ...firstState, profile, from: '2024-05', to: '2024-04' })).toMatch(/after/)
    expect(statementOf('u', { ...firstState, profile, reference: 'mine@2', reason: ' late ' })).toMatchObject(
      {
        profile: 'mine@2',
        period: null,
        asAt: null,
        reason: 'late',
      },
    )
    expect(statementOf('u', { ...firstState, profile })).toMatchObject({ profile })
  })
})

describe('what a file is complete for', () => {
  const words = (months: string[], quarters: string[] = [], mode = 'replace') =>
    coverageWords({ coverage: { months, quarters, deduced: true }, mode } as never)

  it('joins months that follow one another', () => {
    expect(words(['2024-01', '2024-02', '2024-05'])).toBe(
      'Complete for Jan–Feb 2024, May 2024, as its rows show.',
    )
  })

  it('says that whole quarters stay whole', () => {
    expect(words([], ['2024-01', '2024-04'])).toBe(
      'Complete for Jan–Jun 2024, as its rows show; figures of whole quarters are kept as such.',
    )
  })

  it('is nothing for an amendment', () => {
    expect(words([], [], 'amend')).toBe('Complete for no month: only the records in the file change.')
  })
})

it('writes sizes as people say them', () => {
  expect([12, 312_000, 4_230_000, 1_600_000_000].map(formatBytes)).toEqual([
    '12 bytes',
    '312 kB',
    '4.2 MB',
    '1.6 GB',
  ])
})

describe('limitWords', () => {
  it('says the limits in the units in which they are set', () => {
    expect(limitWords({ file: 2 * 1024 ** 3, workbook: 128 * 1024 ** 2 })).toBe(
      'of up to 2 GB; workbooks up to 128 MB',
    )
    expect(limitWords({ file: 1.5 * 1024 ** 3, workbook: 64 * 1024 ** 2 })).toBe(
      'of up to 1.5 GB; workbooks up to 64 MB',
    )
  })
  it('names one limit where a workbook may be as large as any file', () => {
    expect(limitWords({ file: 100 * 1024 ** 2, workbook: 128 * 1024 ** 2 })).toBe('of up to 100 MB')
  })
})
