import { describe, expect, test } from 'vitest'
import { readImportArguments } from '../../../server/cli/importArguments.ts'

describe('the arguments of the import command', () => {
  test('have defaults for all but feed and file', () => {
    expect(readImportArguments(['--feed', 'crime', 'a.csv', 'b.csv'])).toEqual({
      files: ['a.csv', 'b.csv'],
      feed: 'crime',
      profile: null,
      sheet: null,
      reason: null,
      headerRow: null,
      agency: null,
      mode: 'replace',
      period: null,
      asAt: null,
      confirm: false,
      dryRun: false,
      json: false,
    })
  })

  test('are all read', () => {
    const line =
      '--feed nrm --profile template --header-row 5 --agency x --mode amend --from 2024-01 --to 2024-03 --as-at 2024-04-02 --confirm --dry-run --json f'
    expect(readImportArguments([...line.split(' '), '--sheet', 'Table P1'])).toEqual({
      files: ['f'],
      feed: 'nrm',
      profile: 'template',
      sheet: 'Table P1',
      reason: null,
      headerRow: 5,
      agency: 'x',
      mode: 'amend',
      period: { from: '2024-01', to: '2024-03' },
      asAt: '2024-04-02',
      confirm: true,
      dryRun: true,
      json: true,
    })
  })

  test.each([
    ['a.csv', 'State the feed with --feed.'],
    ['--feed crime', 'State at least one file.'],
    ['--feed crime --mode add a.csv', '--mode is replace or amend, not ‘add’.'],
    ['--feed crime --from 2024-01 a.csv', '--from and --to go together: state both.'],
    [
      '--feed crime --from 2024-13 --to 2025-01 a.csv',
      '--from and --to are months written YYYY-MM, not ‘2024-13’.',
    ],
    ['--feed crime --from 2024-05 --to 2024-04 a.csv', '--from 2024-05 is after --to 2024-04.'],
    ['--feed crime --as-at 2024-02-30 a.csv', '--as-at is a day written YYYY-MM-DD, not ‘2024-02-30’.'],
    ['--feed crime --as-at yesterday a.csv', '--as-at is a day written YYYY-MM-DD, not ‘yesterday’.'],
  ])('of “%s” are answered with “%s”', (line, sentence) => {
    expect(readImportArguments(line.split(' '))).toBe(sentence)
  })

  test('that are not known are named', () => {
    expect(readImportArguments(['--feed', 'crime', '--force', 'a.csv'])).toBe("Unknown option '--force'.")
  })
})
