import type { AccountableBody } from './partnership.ts'

/** What the community safety partnership of a district is asked about: harm and help there, rather than investigation. */
const ofDistricts = [
  'crime.recorded',
  'da.demand',
  'da.incidents',
  'da.crimes',
  'da.repeatVictims',
  'da.stalkingHarassment',
  'da.coerciveControl',
  'da.honourBased',
  'da.victims16to17',
  'sa.rape',
  'sa.otherSexual',
  'sa.childSexualAbuse',
  'sa.childSexualExploitation',
  'event.*',
  'returns.maracCases',
  'returns.maracRepeats',
  'returns.idvaReferrals',
]

const districts = [
  ['bradford', 'Bradford', 'E08000032'],
  ['calderdale', 'Calderdale', 'E08000033'],
  ['kirklees', 'Kirklees', 'E08000034'],
  ['leeds', 'Leeds', 'E08000035'],
  ['wakefield', 'Wakefield', 'E08000036'],
] as const

/** Who is asked about what in West Yorkshire: a starting point for the Board to agree, with offices rather than names. */
export const westYorkshireBodies: readonly AccountableBody[] = [
  ...districts.map(([id, name, code]): AccountableBody => ({
    id: `${id}-safety-partnership`,
    name: `${name} community safety partnership`,
    metrics: ofDistricts,
    areas: [code],
  })),
  {
    id: 'competent-authority',
    name: 'the competent authority at the Home Office',
    metrics: ['nrm.positiveReasonableGrounds', 'nrm.daysToReasonableGrounds'],
  },
  {
    id: 'modern-slavery-lead',
    name: 'West Yorkshire Police’s modern slavery and human trafficking lead',
    metrics: ['ms.*', 'nrm.*', 'intel.modernSlavery', 'returns.stpo', 'returns.ukResidentOffenders'],
  },
  {
    id: 'safeguarding-lead',
    name: 'West Yorkshire Police’s safeguarding lead',
    metrics: [
      'returns.dvpn',
      'returns.dvpo',
      'returns.clareRightToAsk',
      'returns.clareRightToKnow',
      'returns.operationEncompass',
    ],
  },
  {
    id: 'marac-coordinators',
    name: 'the councils’ MARAC coordinators',
    metrics: ['returns.maracCases', 'returns.maracRepeats'],
  },
  {
    id: 'specialist-services',
    name: 'the specialist domestic abuse services',
    metrics: ['returns.idvaReferrals'],
  },
  {
    id: 'partnership-manager',
    name: 'the Board’s partnership manager',
    metrics: ['event.*'],
  },
  {
    id: 'west-yorkshire-police',
    name: 'West Yorkshire Police',
    metrics: ['crime.*', 'da.*', 'sa.*', 'intel.*', 'records.*'],
  },
]
