import type { Month } from '../../shared/periods/month.ts'

/** A part of the sample whose level a planted event moves. */
export type Stream =
  | 'domestic'
  | 'courseOfConduct'
  | 'domesticIncidents'
  | 'domesticCharged'
  | 'rape'
  | 'otherSexual'
  | 'modernSlavery'
  | 'honourBased'
  | 'councilReferrals'
  | 'domesticSexualIntelligence'
  | 'firstResponderTraining'
  | 'events'

/** Something that was put into the sample on purpose, so that what the product says of it can be tested. */
export interface PlantedEvent {
  readonly id: string
  readonly kind:
    | 'correction'
    | 'step'
    | 'outlier'
    | 'training'
    | 'trainingEffect'
    | 'missingReturn'
    | 'countingRule'
    | 'lockdown'
    | 'repeatVictims'
  readonly title: string
  /** Metrics in which it shows. */
  readonly metrics: readonly string[]
  /** Area codes in which it happens; empty: everywhere. */
  readonly areas: readonly string[]
  readonly from: Month
  /** The last month; null: it stays. */
  readonly to: Month | null
  /** What the level of these parts is multiplied by. */
  readonly streams: readonly Stream[]
  readonly factor: number
  /** Of a correction: the count as first supplied, and as corrected. */
  readonly was?: number
  readonly now?: number
  /** Of a missing return: who did not send. */
  readonly agency?: string
}

const bradford = 'E08000032'
const kirklees = 'E08000034'
const leeds = 'E08000035'
const wakefield = 'E08000036'

/** December 2025 modern slavery crimes: 36 when first supplied (February 2026), 50 from the next submission on. */
export const correction = {
  id: 'correction',
  kind: 'correction',
  title: 'Modern slavery crimes of December 2025 corrected from 36 to 50',
  metrics: ['ms.crimes'],
  areas: [],
  from: '2025-12',
  to: '2025-12',
  streams: [],
  factor: 1,
  was: 36,
  now: 50,
} as const satisfies PlantedEvent

/** The council of Kirklees sent no returns for August and September 2026. */
export const missingReturn = {
  id: 'missing-return',
  kind: 'missingReturn',
  title: 'No returns from Kirklees Council for August and September 2026',
  metrics: ['returns.maracCases', 'returns.maracRepeats'],
  areas: [kirklees],
  from: '2026-08',
  to: '2026-09',
  streams: [],
  factor: 0,
  agency: 'Kirklees Council',
} as const satisfies PlantedEvent

/** In Wakefield 40 to 50 % of the month's victims have reported domestic abuse in the year before. */
export const repeatVictims = {
  id: 'wakefield-repeat-victims',
  kind: 'repeatVictims',
  title: 'More repeat victims in Wakefield than elsewhere',
  metrics: ['da.repeatVictims'],
  areas: [wakefield],
  from: '2018-11',
  to: null,
  streams: [],
  factor: 1,
} as const satisfies PlantedEvent

/** Everything planted in the sample, in order of time. The generator reads it from here, and so do tests. */
export const plantedEvents: readonly PlantedEvent[] = [
  repeatVictims,
  {
    id: 'honour-based-collection',
    kind: 'countingRule',
    title: 'Honour-based abuse collected by every force',
    metrics: ['da.honourBased'],
    areas: [],
    from: '2019-04',
    to: null,
    streams: ['honourBased'],
    factor: 2.2,
  },
  {
    id: 'first-lockdown-sexual',
    kind: 'lockdown',
    title: 'First lockdown: fewer sexual offences reported',
    metrics: ['sa.rape', 'sa.otherSexual'],
    areas: [],
    from: '2020-04',
    to: '2020-05',
    streams: ['rape', 'otherSexual'],
    factor: 0.66,
  },
  {
    id: 'first-lockdown-incidents',
    kind: 'lockdown',
    title: 'First lockdown: more domestic abuse incidents',
    metrics: ['da.incidents', 'da.demand'],
    areas: [],
    from: '2020-04',
    to: '2020-06',
    streams: ['domesticIncidents'],
    factor: 1.12,
  },
  {
    id: 'first-lockdown-events',
    kind: 'lockdown',
    title: 'First lockdown: no events',
    metrics: ['event.held', 'event.attendances'],
    areas: [],
    from: '2020-04',
    to: '2020-06',
    streams: ['events', 'firstResponderTraining'],
    factor: 0,
  },
  {
    id: 'third-lockdown-sexual',
    kind: 'lockdown',
    title: 'Third lockdown: fewer sexual offences reported',
    metrics: ['sa.rape', 'sa.otherSexual'],
    areas: [],
    from: '2021-01',
    to: '2021-02',
    streams: ['rape', 'otherSexual'],
    factor: 0.8,
  },
  {
    id: 'extra-crime-rule',
    kind: 'countingRule',
    title: 'Extra-crime rule withdrawn: fewer stalking, harassment and coercive control crimes',
    metrics: ['da.stalkingHarassment', 'da.coerciveControl', 'da.crimes'],
    areas: [],
    from: '2023-05',
    to: null,
    streams: ['courseOfConduct'],
    factor: 0.72,
  },
  {
    id: 'first-responder-training',
    kind: 'training',
    title: 'First responder training in Kirklees and Leeds',
    metrics: ['event.firstResponders', 'event.attendances'],
    areas: [kirklees, leeds],
    from: '2025-02',
    to: '2025-04',
    streams: ['firstResponderTraining'],
    factor: 12,
  },
  {
    id: 'bradford-disclosures',
    kind: 'outlier',
    title: 'Non-recent sexual offences reported in Bradford after an inquiry',
    metrics: ['sa.otherSexual'],
    areas: [bradford],
    from: '2025-03',
    to: '2025-03',
    streams: ['otherSexual'],
    factor: 2.4,
  },
  {
    id: 'referrals-after-training',
    kind: 'trainingEffect',
    title: 'More referrals by the councils of Kirklees and Leeds after the training',
    metrics: ['nrm.referrals'],
    areas: [kirklees, leeds],
    from: '2025-05',
    to: null,
    streams: ['councilReferrals'],
    factor: 4,
  },
  {
    id: 'leeds-desk',
    kind: 'step',
    title: 'A dedicated desk in Leeds records more modern slavery crime',
    metrics: ['ms.crimes'],
    areas: [leeds],
    from: '2025-06',
    to: null,
    streams: ['modernSlavery'],
    factor: 1.7,
  },
  {
    id: 'charging-desk',
    kind: 'step',
    title: 'More domestic abuse crimes charged by a joint desk with prosecutors',
    metrics: ['da.charged'],
    areas: [],
    from: '2025-09',
    to: null,
    streams: ['domesticCharged'],
    factor: 1.35,
  },
  correction,
  {
    id: 'intelligence-falls',
    kind: 'step',
    title: 'Less intelligence on domestic and sexual abuse',
    metrics: ['intel.domesticSexualAbuse'],
    areas: [],
    from: '2026-01',
    to: null,
    streams: ['domesticSexualIntelligence'],
    factor: 0.75,
  },
  missingReturn,
]

/** What the planted events multiply a part's level by in a month of an area; 1 where nothing was planted. */
export function plantedFactor(stream: Stream, month: Month, area: string): number {
  return plantedEvents
    .filter(({ streams, areas, from, to }) => {
      const during = month >= from && (to === null || month <= to)
      return during && streams.includes(stream) && (areas.length === 0 || areas.includes(area))
    })
    .reduce((product, { factor }) => product * factor, 1)
}
