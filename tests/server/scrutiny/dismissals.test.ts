import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import {
  dismissalsOf,
  dismissSuggestion,
  restoreSuggestion,
  withDismissals,
} from '../../../server/scrutiny/suggestions/dismissals.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  type TestInstallation,
} from '../../support/installation.ts'

const leeds = { code: 'E08000035', name: 'Leeds', isWhole: false }
const bradford = { code: 'E08000032', name: 'Bradford', isWhole: false }
const dismissal = {
  reason: 'Known',
  by: 'An officer',
  now: new Date('2026-01-10T09:00:00Z'),
  synthetic: false,
}

function suggestion(overrides: Partial<Suggestion> = {}): Suggestion {
  return { id: 'ms.crimes.up', place: leeds, size: 0.4, dismissed: null, ...overrides } as Suggestion
}

describeOnBothEngines('dismissed suggestions', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine)
  })
  afterEach(() => held.close())

  test('are kept with who, when and why, until they are taken up again', async () => {
    const { workspace } = held.installation
    await dismissSuggestion(workspace, suggestion(), dismissal)
    const kept = await dismissalsOf(workspace, { synthetic: false })
    expect(kept).toMatchObject([{ suggestion: 'ms.crimes.up', by: 'An officer', reason: 'Known', size: 0.4 }])
    const back = { by: 'Another', now: new Date('2026-01-11T09:00:00Z') }
    const named = { id: 'ms.crimes.up', place: leeds.code }
    expect(await restoreSuggestion(workspace, named, back)).toBe(true)
    expect(await restoreSuggestion(workspace, named, back)).toBe(false)
    expect(await dismissalsOf(workspace, { synthetic: false })).toEqual([])
    // What was decided stays in the workspace.
    expect(await workspace.selectFrom('dismissal').select('restored_by').execute()).toEqual([
      { restored_by: 'Another' },
    ])
  })

  test('of the sample say nothing about real figures', async () => {
    const { workspace } = held.installation
    await dismissSuggestion(workspace, suggestion(), { ...dismissal, synthetic: true })
    expect(await dismissalsOf(workspace, { synthetic: false })).toEqual([])
    expect(await dismissalsOf(workspace, { synthetic: true })).toHaveLength(1)
  })
})

describe('a dismissed suggestion comes back', () => {
  const held = {
    suggestion: 'ms.crimes.up',
    place: leeds.code,
    size: 0.4,
    by: 'An officer',
    at: '2026-01-10T09:00:00Z',
    reason: 'Known',
  }
  const isDismissed = (now: Suggestion, day = '2026-03-01') =>
    withDismissals([now], [held], new Date(`${day}T00:00:00Z`))[0]?.dismissed !== null

  test('when it has grown by half as much again, and not before', () => {
    expect(isDismissed(suggestion({ size: 0.59 }))).toBe(true)
    expect(isDismissed(suggestion({ size: 0.61 }))).toBe(false)
  })

  test('when another area leads it, and after a year', () => {
    expect(isDismissed(suggestion({ place: bradford }))).toBe(false)
    expect(isDismissed(suggestion(), '2027-01-09')).toBe(true)
    expect(isDismissed(suggestion(), '2027-01-11')).toBe(false)
  })

  test('another event was never set aside', () => {
    expect(isDismissed(suggestion({ id: 'ms.crimes.down' }))).toBe(false)
  })
})
