import { expect, it } from 'vitest'
import { spannedSentence } from '../../shared/figures/spannedSentence.ts'

it('names the changes that a comparison spans, and says nothing where there are none', () => {
  expect(spannedSentence([])).toBeUndefined()
  expect(spannedSentence(undefined)).toBeUndefined()
  expect(spannedSentence([{ month: '2023-05', title: 'Extra-crime rule withdrawn' }])).toBe(
    'The comparison spans a change of law or counting: Extra-crime rule withdrawn (May 2023). Part of the difference may come from it.',
  )
})
