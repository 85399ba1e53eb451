import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Profile } from '../../../server/intake/profiles/profile.ts'
import { readProfileText } from '../../../server/intake/profiles/readProfileText.ts'
import { savedVersions } from '../../../server/intake/profiles/savedProfiles.ts'
import { describeOnBothEngines } from '../../support/installation.ts'
import { openTestIntake, outcomeOf, receiptOfRun, type TestIntake } from '../../support/intakePage.ts'

let intake: TestIntake
afterEach(() => intake.close())

/** How a council writes its crimes: its own names, its own words, American dates. */
const council: Profile = {
  name: 'council-crimes',
  label: 'Council crimes',
  meaning: '',
  feed: 'crime',
  columns: [
    { field: 'crime_ref', headers: ['Case'] },
    { field: 'recorded_date', headers: ['Logged'], dates: 'monthFirst' },
    { field: 'area', headers: ['Town'] },
    { field: 'domestic_abuse', headers: ['DA?'], values: { D: 'yes', X: 'no' } },
  ],
  ignored: [],
  constants: { kind: 'crime' },
  otherAgencies: 'keep',
  otherPlaces: 'suspect',
}

const file = ['Case,Logged,Town,DA?', 'A1,05/14/2024,Leeds,D', 'A2,05/03/2024,Bradford,X', ''].join('\n')

function statement(upload: string, profile: string | Profile) {
  return {
    upload,
    feed: 'crime' as const,
    profile: profile as never,
    sheet: null,
    headerRow: null,
    agency: 'West Yorkshire Police',
    mode: 'replace' as const,
    period: null,
    asAt: null,
    reason: null,
    confirm: false,
  }
}

describeOnBothEngines('a mapping profile saved here', (engine) => {
  it('gets a new version with each change, and keeps the old ones as they were', async () => {
    intake = await openTestIntake(engine)
    const api = intake.api()
    expect(await api.saveProfile(council)).toMatchObject({ name: 'council-crimes', version: 1 })
    expect(await api.saveProfile(council)).toMatchObject({ version: 1 })
    const corrected = { ...council, constants: { ...council.constants, honour_based_abuse: 'no' } }
    expect(await api.saveProfile(corrected)).toMatchObject({ version: 2 })
    const versions = await savedVersions(intake.held.installation.workspace)
    expect(versions.map(({ version, savedBy }) => [version, savedBy])).toEqual([
      [2, 'local analyst'],
      [1, 'local analyst'],
    ])
    expect(versions[1]?.profile).toEqual({ ...council, version: 1 })
  })

  it('is suggested for the next file before any other, and named with its version in the receipt', async () => {
    intake = await openTestIntake(engine)
    const api = intake.api()
    await api.saveProfile(council)
    const upload = await intake.send('may.csv', file)
    expect(await api.upload({ upload, sheet: null, headerRow: null })).toMatchObject({
      best: { profile: 'council-crimes@1', saved: true, confidence: 1 },
    })
    const receipt = await receiptOfRun(api.commit({ ...statement(upload, 'council-crimes@1'), position: 0 }))
    expect(receipt).toMatchObject({ outcome: 'committed', profile: 'council-crimes@1', accepted: 2 })
    const [submission] = intake.held.installation.register.all()
    expect(submission?.profile).toBe('council-crimes@1')
    expect(await intake.held.values({ metric: 'da.crimes', from: '2024-05', to: '2024-05' })).toEqual({
      '2024-05': 1,
    })
  })
})

describe('a mapping profile', () => {
  it('is used by name, by version or by itself wherever files are loaded', async () => {
    intake = await openTestIntake()
    const api = intake.api()
    await api.saveProfile(council)
    await api.saveProfile({ ...council, constants: { kind: 'incident' } })
    const path = join(intake.held.dataDir, 'may.csv')
    await writeFile(path, file)
    const load = async (profile: string | null) => {
      const { prepared } = await intake.held.loadFile(path, {
        feed: 'crime',
        profile,
        agency: 'West Yorkshire Police',
        dryRun: true,
      })
      return prepared.profile
    }
    expect(await load('council-crimes')).toBe('council-crimes@2')
    expect(await load('council-crimes@1')).toBe('council-crimes@1')
    expect(await load(null)).toBe('council-crimes@2')
    await expect(load('council-crimes@7')).rejects.toThrow('has no version 7: it has 1, 2')
    await expect(load('nobody@1')).rejects.toThrow('There is no saved profile ‘nobody’')
    await expect(load('nobody')).rejects.toThrow(/There are: template, .*council-crimes/)
  })

  it('is previewed before it is saved, and only a saved one is committed with', async () => {
    intake = await openTestIntake()
    const upload = await intake.send('may.csv', file)
    const preview = await receiptOfRun(intake.api().preview(statement(upload, council)))
    expect(preview).toMatchObject({ outcome: 'dryRun', accepted: 2, profile: 'council-crimes' })
    await expect(
      intake.api().commit({ ...statement(upload, council), position: 0 } as never),
    ).rejects.toThrow()
    expect(
      await outcomeOf(intake.api().commit({ ...statement(upload, 'council-crimes'), position: 0 })),
    ).toMatchObject({ refused: expect.stringContaining('There is no profile ‘council-crimes’') })
  })

  it('reads the same after it was exported and taken in elsewhere', async () => {
    intake = await openTestIntake()
    const stored = await intake.api().saveProfile(council)
    expect(readProfileText(JSON.stringify(stored))).toEqual(council)
  })

  it.each([
    ['no JSON', '{', 'no JSON'],
    [
      'a field that the feed does not have',
      JSON.stringify({ ...council, constants: { shoe_size: '9' } }),
      'shoe_size',
    ],
    [
      'a pattern that could run for ever',
      JSON.stringify({ ...council, layout: { skip: [{ column: 'Town', pattern: '(a+)+$', what: 'x' }] } }),
      'layout.skip.0.pattern',
    ],
    ['a part that no profile has', JSON.stringify({ ...council, run: 'rm' }), 'run'],
  ])('is refused with what is wrong: %s', async (_, text, said) => {
    intake = await openTestIntake()
    await expect(intake.api().readProfile({ text })).rejects.toThrow(said)
  })

  it('may not take the name of one that comes with the dashboard, or of another feed’s', async () => {
    intake = await openTestIntake()
    const api = intake.api()
    await expect(api.saveProfile({ ...council, name: 'police-uk' })).rejects.toThrow(
      'comes with the dashboard',
    )
    await api.saveProfile(council)
    const other = { ...council, feed: 'returns' as const, columns: [], constants: {} }
    await expect(api.saveProfile(other)).rejects.toThrow('already is a profile of the feed crime')
  })
})
