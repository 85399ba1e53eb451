import { afterEach, beforeEach, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import { appRouter } from '../../../server/api/router.ts'
import { contextAs } from '../../support/context.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  type TestInstallation,
} from '../../support/installation.ts'

describeOnBothEngines('saved views', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine)
  })
  afterEach(() => held.close())

  function as(viewer: Viewer = localAnalyst) {
    return appRouter.createCaller(contextAs(held.installation, viewer)).savedViews
  }

  test('keep an address under a name, and a second one of that name replaces the first', async () => {
    await as().save({ name: 'Leeds', address: '/?area=E08000035' })
    await as().save({ name: 'Before the Board', address: '/metrics/ms.crimes' })
    await as().save({ name: 'Leeds', address: '/areas/E08000035' })
    expect((await as().list()).map(({ name, address }) => [name, address])).toEqual([
      ['Before the Board', '/metrics/ms.crimes'],
      ['Leeds', '/areas/E08000035'],
    ])
  })

  test('are their owner’s alone', async () => {
    const other: Viewer = { ...localAnalyst, name: 'somebody else' }
    await as().save({ name: 'Mine', address: '/data' })
    expect(await as(other).list()).toEqual([])
    const [mine] = await as().list()
    await as(other).forget({ id: mine?.id ?? '' })
    expect(await as().list()).toHaveLength(1)
    await as().forget({ id: mine?.id ?? '' })
    expect(await as().list()).toEqual([])
  })

  test.each(['https://example.org/', '//example.org/', '/\\example.org', 'javascript:alert(1)', '/a b'])(
    'never lead to %s',
    async (address) => {
      await expect(as().save({ name: 'Away', address })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    },
  )
})
