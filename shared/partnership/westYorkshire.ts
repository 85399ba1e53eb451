import type { Area, Partnership } from './partnership.ts'
import { westYorkshireAgencies } from './westYorkshireAgencies.ts'
import { westYorkshireBodies } from './westYorkshireBodies.ts'
import { westYorkshirePopulation } from './westYorkshirePopulation.ts'

const areas: readonly Area[] = [
  {
    code: 'E08000032',
    name: 'Bradford',
    tile: { column: 1, row: 0 },
    aliases: [
      'Bradford district',
      'Bradford MDC',
      'Bradford Council',
      'City of Bradford',
      'City of Bradford MDC',
      'Bradford Metropolitan District Council',
      'City of Bradford Metropolitan District Council',
    ],
  },
  {
    code: 'E08000033',
    name: 'Calderdale',
    tile: { column: 0, row: 1 },
    aliases: [
      'Calderdale district',
      'Calderdale MBC',
      'Calderdale Council',
      'Calderdale Metropolitan Borough Council',
      'Calderdale Borough',
    ],
  },
  {
    code: 'E08000034',
    name: 'Kirklees',
    tile: { column: 1, row: 1 },
    aliases: [
      'Kirklees district',
      'Kirklees MBC',
      'Kirklees MDC',
      'Kirklees Council',
      'Kirklees Metropolitan Council',
      'Kirklees Metropolitan Borough Council',
    ],
  },
  {
    code: 'E08000035',
    name: 'Leeds',
    tile: { column: 2, row: 0 },
    aliases: [
      'Leeds district',
      'Leeds City',
      'City of Leeds',
      'Leeds Council',
      'Leeds City Council',
      'Leeds MDC',
    ],
  },
  {
    code: 'E08000036',
    name: 'Wakefield',
    tile: { column: 2, row: 1 },
    aliases: [
      'Wakefield district',
      'Wakefield MDC',
      'Wakefield Council',
      'City of Wakefield',
      'Wakefield Metropolitan District Council',
      'City of Wakefield Metropolitan District Council',
    ],
  },
]

/** The partnership the product is shipped with; `PARTNERSHIP=file.json` puts another in its place. */
export const westYorkshire: Partnership = {
  id: 'west-yorkshire',
  name: 'West Yorkshire',
  board: 'West Yorkshire Domestic and Sexual Abuse Board',
  code: 'E23000010',
  areaName: 'West Yorkshire',
  aliases: ['West Yorkshire Police', 'WYP', 'West Yorkshire Police area', 'county', 'West Yorkshire county'],
  areas,
  areaNoun: { one: 'district', many: 'districts' },
  agencies: westYorkshireAgencies,
  populations: [westYorkshirePopulation],
  aims: [
    {
      id: 'early-help',
      name: 'Victims are seen early and helped before harm is repeated',
      metrics: [
        'da.demand',
        'da.crimes',
        'da.incidents',
        'da.repeatVictims',
        'da.victims16to17',
        'returns.operationEncompass',
        'returns.clareRightToAsk',
        'returns.clareRightToKnow',
      ],
    },
    {
      id: 'protection',
      name: 'Victims at high risk are protected',
      metrics: [
        'returns.maracCases',
        'returns.maracRepeats',
        'returns.idvaReferrals',
        'returns.dvpn',
        'returns.dvpo',
        'da.stalkingHarassment',
        'da.coerciveControl',
        'da.honourBased',
      ],
    },
    {
      id: 'justice',
      name: 'Those who abuse are brought to justice',
      metrics: [
        'da.charged',
        'da.victimDoesNotSupport',
        'sa.charged',
        'sa.victimDoesNotSupport',
        'returns.stpo',
      ],
    },
    {
      id: 'sexual-abuse',
      name: 'Sexual abuse is reported sooner, and children are found',
      metrics: [
        'sa.rape',
        'sa.otherSexual',
        'sa.childSexualAbuse',
        'sa.childSexualExploitation',
        'sa.daysToReport',
        'sa.nonRecent',
      ],
    },
    {
      id: 'exploitation',
      name: 'Modern slavery and exploitation are uncovered',
      metrics: [
        'ms.crimes',
        'nrm.referrals',
        'nrm.children',
        'nrm.ukNationals',
        'nrm.countyLines',
        'nrm.dutyToNotify',
        'nrm.positiveReasonableGrounds',
        'nrm.daysToReasonableGrounds',
        'nrm.perHundredCrimes',
        'returns.ukResidentOffenders',
      ],
    },
    {
      id: 'intelligence',
      name: 'Partners notice and tell',
      metrics: [
        'intel.submissions',
        'intel.fromPartners',
        'intel.developed',
        'intel.domesticSexualAbuse',
        'intel.modernSlavery',
        'intel.exploitation',
      ],
    },
    {
      id: 'workforce',
      name: 'A confident workforce that works together',
      metrics: [
        'event.held',
        'event.attendances',
        'event.agencies',
        'event.firstResponders',
        'event.takeUp',
        'event.confidenceGain',
      ],
    },
  ],
  accountable: westYorkshireBodies,
  disclosure: {
    threshold: 5,
    suppressZero: false,
    rounding: 1,
    floor: 'month',
    mostHidden: 0.2,
    tables: {
      'da.crimes': { breakdowns: ['offence_group', 'victim_sex', 'victim_age_band'] },
      // Events, agencies, places and the professionals who take them are not victims.
      'event.held': { threshold: 0 },
      'event.agencies': { threshold: 0 },
      'event.attendances': { threshold: 0 },
      'event.firstResponders': { threshold: 0 },
      'event.takeUp': { threshold: 0 },
      'records.supplied.attendance': { threshold: 0 },
      'records.supplied.returns': { threshold: 0 },
    },
  },
  // Partners send each quarter before the Board meets: by the twentieth of the month after January, April, July and October.
  due: { every: 3, ending: 1, monthsAfter: 1, day: 20 },
}
