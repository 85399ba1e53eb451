import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Freshness } from '../../../server/api/positions.ts'
import { appRouter } from '../../../server/api/router.ts'
import { contextAs } from '../../support/context.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'

let held: TestInstallation
beforeEach(async () => {
  held = await openTestInstallation()
})
afterEach(() => held.close())

function caller() {
  return appRouter.createCaller(contextAs(held.installation))
}

const note = { month: '2026-05', kind: 'event', title: 'A note' } as const

describe('the API', () => {
  test('says that an empty installation is empty', async () => {
    expect(await caller().session()).toMatchObject({
      empty: true,
      synthetic: false,
      position: 0,
      months: null,
    })
    expect((await caller().overview({})).rows).toEqual([])
  })

  test('names the partnership and the range of what is held', async () => {
    await held.load(
      'crime',
      times(6, () => crimeRecord({ recorded_date: '2024-05-10' })),
    )
    expect(await caller().session()).toMatchObject({
      empty: false,
      position: 1,
      months: { from: '2024-05', to: '2024-05' },
      partnership: {
        code: 'E23000010',
        areas: expect.arrayContaining([{ code: 'E08000035', name: 'Leeds' }]),
      },
    })
    expect(await caller().submissions()).toMatchObject([
      { submission: 1, feed: 'crime', from: '2024-05', to: '2024-05', rows: 6, rejected: 0 },
    ])
  })

  test('answers a wrong question with a sentence and the code of a bad request', async () => {
    await expect(caller().series({ metric: 'da.nothing' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'There is no metric called “da.nothing”.',
    })
    await expect(caller().series({ metric: 'da.crimes', from: '2024-13' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  test('refuses another area to an account limited to one', async () => {
    const viewer = {
      name: 'Leeds',
      role: 'analyst',
      areas: ['E08000035'],
      feeds: 'all',
      disclosure: 'unprotected',
    } as const
    const limited = appRouter.createCaller(contextAs(held.installation, viewer))
    await expect(limited.series({ metric: 'da.crimes', areas: ['E08000032'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    // Naming no area asks for one's own.
    expect((await limited.series({ metric: 'da.crimes' })).query.areas).toEqual(['E08000035'])
    await expect(
      limited.series({ metric: 'da.crimes', areas: ['E08000035'], compare: 'partnership' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('tells open pages that a submission moved the data', async () => {
    const stop = new AbortController()
    const positions = await appRouter
      .createCaller(contextAs(held.installation), { signal: stop.signal })
      .position()
    const seen: number[] = []
    const reading = (async () => {
      for await (const { position } of positions as AsyncIterable<Freshness>) {
        seen.push(position)
        if (seen.length === 2) stop.abort()
      }
    })()
    await held.load(
      'crime',
      times(6, () => crimeRecord()),
    )
    await reading
    expect(seen).toEqual([0, 1])
  })

  test('tells open pages that somebody wrote a note, and each person alone of their own saved views', async () => {
    const stop = new AbortController()
    const asked = contextAs(held.installation)
    const positions = await appRouter.createCaller(asked, { signal: stop.signal }).position()
    const seen: Freshness[] = []
    const reading = (async () => {
      for await (const each of positions as AsyncIterable<Freshness>) {
        seen.push(each)
        if (seen.length === 3) stop.abort()
      }
    })()
    held.installation.openPages.viewsChanged('somebody else')
    const caller = appRouter.createCaller(asked)
    await caller.annotations.add(note)
    await caller.savedViews.save({ name: 'Mine', address: '/compare' })
    await reading
    const [first, noted, saved] = seen
    expect(noted).toEqual({ ...first, notes: (first?.notes ?? 0) + 1 })
    expect(saved).toEqual({ ...noted, views: (noted?.views ?? 0) + 1 })
  })
})
