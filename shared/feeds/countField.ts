import type { Field } from './feed.ts'

/** The number of records a row stands for, which every feed takes; 0 says that a month was looked at and had none. */
export const countField: Field = {
  name: 'count',
  label: 'Count',
  meaning:
    'How many records this row stands for; 1 where empty. Write 0 in a row to say that there were none, so that the month is not taken for missing.',
  type: { kind: 'integer', min: 0, max: 10_000_000 },
  example: '1',
}
