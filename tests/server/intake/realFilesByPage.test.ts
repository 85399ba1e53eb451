import { basename } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { Profile } from '../../../server/intake/profiles/profile.ts'
import { openTestIntake, receiptOfRun, type TestIntake } from '../../support/intakePage.ts'
import { cityOfLondon } from '../../support/londonPartnership.ts'
import { readPartnership } from '../../support/readPartnership.ts'
import { describeWithSharedData, sharedFile } from '../../support/sharedData.ts'

let intake: TestIntake | undefined
afterEach(async () => {
  await intake?.close()
  intake = undefined
})

const boroughs = () => readPartnership('london-boroughs')

const files = [
  ['police-uk/2018-05-west-yorkshire-street.extract-1611.csv', 'police-uk', 'inRows', null],
  ['police-uk/2019-06-city-of-london-street.csv', 'police-uk', 'inRows', () => cityOfLondon],
  ['leeds-2023-events/events_master_all.snapshot-2023-09-01.csv', 'leeds-events', 'ask', null],
  ['nrm/nrm_reasonable_grounds.2023Q1-release.csv', 'nrm-reasonable-grounds', 'known', null],
  ['nrm/nrm_referrals_longitudinal.2023Q2-release.csv', 'nrm-longitudinal', 'known', null],
  ['nrm/nrm_referrals_west_yorkshire_police_2022Q2-2023Q1.csv', 'nrm-first-responder', 'known', null],
  ['ons-police-force-area/policeforceareatablesyearendingdecember2018.xlsx', 'ons-force-area', 'ask', null],
  ['ons-police-force-area/policeforceareatablesyearendingjune2019.xlsx', 'ons-force-area', 'ask', null],
  ['mps-borough-monthly/mps-borough-202211-202410.csv', 'mps-borough', 'known', boroughs],
  ['mps-borough-monthly/mps-borough-202212-202411.csv', 'mps-borough', 'known', boroughs],
  ['mps-borough-monthly/mps-borough-202303-202502.csv', 'mps-borough', 'known', boroughs],
] as const

describeWithSharedData('a real file sent by the page', () => {
  it.each(files)(
    '%s is known as %s, and comes in as by the command line',
    async (path, profile, asked, partnership) => {
      intake = await openTestIntake('embedded', partnership?.())
      const api = intake.api()
      const upload = await intake.sendFile(sharedFile(path))
      const where = { upload, sheet: null, headerRow: null }
      const { best } = await api.upload(where)
      expect(best).toMatchObject({ profile })
      const feed = best?.feed ?? 'crime'

      const shown = (await api.profile({ feed, name: profile })) as Profile
      const { agency, after, problem } = await api.sample({ ...where, profile: shown })
      expect(problem).toBeNull()
      expect(agency.kind).toBe(asked)
      expect(after?.rows.length).toBeGreaterThan(0)
      const whose = agency.kind === 'ask' ? (agency.likely ?? 'leeds-council') : null

      const stated = { ...where, feed, profile, agency: whose, mode: 'replace' as const }
      const rest = { period: null, asAt: null, reason: null, confirm: false }
      const byCommand = await intake.held.loadFile(sharedFile(path), {
        feed,
        profile,
        agency: whose,
        dryRun: true,
      })
      const preview = await receiptOfRun(api.preview({ ...stated, ...rest }))
      const receipt = await receiptOfRun(api.commit({ ...stated, ...rest, position: preview.position }))
      const { accepted, rejected, fileHash } = byCommand.prepared
      expect(preview).toMatchObject({ outcome: 'dryRun', accepted, rejected, fileHash })
      expect(receipt).toMatchObject({ outcome: 'committed', submission: 1, file: basename(path), accepted })
      expect(receipt.monthsNew).toEqual(byCommand.diff.monthsNew)
      expect(receipt.accepted).toBeGreaterThan(0)
    },
  )

  it.each([['geography/LAD_May2024_west_yorkshire_BSC.geojson', /This is JSON/]])(
    '%s is refused while it is sent',
    async (path, reason) => {
      intake = await openTestIntake()
      await expect(intake.sendFile(sharedFile(path))).rejects.toThrow(reason)
    },
  )

  it.each([
    'geography/LAD23_CSP23_PFA23_EW_lookup.csv',
    'population/la_mid_year_population_2011-2023.csv',
    'population/ons_mye_lad23_mid2011-mid2023_release-2024-07.xlsx',
    'police-uk/2021-08-west-yorkshire-stop-and-search.csv',
    'nrm/first_responder_organisations.csv',
  ])('%s is known to be none of the feeds’ files', async (path) => {
    intake = await openTestIntake()
    const upload = await intake.sendFile(sharedFile(path))
    const { best } = await intake.api().upload({ upload, sheet: null, headerRow: null })
    expect(best).toBeNull()
  })
})
