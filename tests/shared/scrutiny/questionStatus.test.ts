import { describe, expect, test } from 'vitest'
import {
  mayWrite,
  openSteps,
  questionFields,
  statusRefusal,
  type QuestionFacts,
  type QuestionStatus,
} from '../../../shared/scrutiny/questionStatus.ts'

const complete: Omit<QuestionFacts, 'status'> = {
  asked: true,
  askedOf: 'West Yorkshire Police',
  reply: 'Yes.',
  promises: [{ settled: true }],
}
const all: QuestionStatus[] = ['draft', 'asked', 'answered', 'promised', 'closed', 'withdrawn']

describe('where a question may go', () => {
  test('every step between two states is legal or refused as agreed', () => {
    const steps = Object.fromEntries(
      all.map((status) => [status, openSteps({ ...complete, status, asked: status !== 'draft' })]),
    )
    expect(steps).toEqual({
      draft: ['asked', 'withdrawn'],
      asked: ['answered', 'withdrawn'],
      answered: ['promised', 'closed', 'withdrawn'],
      promised: ['closed', 'withdrawn'],
      // Something was promised, so it opens again as promised.
      closed: ['promised'],
      // It has been asked, so it is no draft again.
      withdrawn: ['asked'],
    })
  })

  test('a question that was never asked is a draft again, and one without a promise opens as answered', () => {
    expect(openSteps({ ...complete, status: 'withdrawn', asked: false })).toEqual(['draft'])
    expect(openSteps({ ...complete, status: 'closed', promises: [] })).toEqual(['answered'])
  })

  test('each step says what it still needs', () => {
    const missing = (facts: Partial<QuestionFacts>, to: QuestionStatus) =>
      statusRefusal({ ...complete, status: 'draft', ...facts }, to)
    expect(missing({ askedOf: '' }, 'asked')).toContain('whom it is asked of')
    expect(missing({ status: 'asked', reply: '' }, 'answered')).toContain('the reply')
    expect(missing({ status: 'answered', promises: [] }, 'promised')).toContain('what was promised')
    expect(
      missing({ status: 'promised', promises: [{ settled: true }, { settled: false }] }, 'closed'),
    ).toContain('of each promise')
    expect(missing({ status: 'draft' }, 'closed')).toBe('A question that is draft cannot become closed.')
  })
})

test('the words stand once they were said; a closed question stands as it is', () => {
  const writable = (status: QuestionStatus) => questionFields.filter((field) => mayWrite(status, field))
  const always = ['askedOf', 'owner', 'meeting', 'meetingDate']
  expect(writable('draft')).toEqual(['text', 'why', 'caveats', ...always])
  for (const status of ['asked', 'answered', 'promised'] as const)
    expect(writable(status)).toEqual([...always, 'reply'])
  expect(writable('closed')).toEqual([])
  expect(writable('withdrawn')).toEqual([])
})
