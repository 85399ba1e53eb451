import { feedById } from '../../shared/feeds/feeds.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'

/** One row of a template file, by field name; fields left out are empty. */
export type FeedRow = Readonly<Record<string, string | number>>

let next = 0

/** A domestic abuse crime in Leeds in May 2024, with a reference of its own. */
export function crimeRecord(overrides: FeedRow = {}): FeedRow {
  return {
    crime_ref: `CR-${++next}`,
    recorded_date: '2024-05-14',
    area: 'E08000035',
    kind: 'crime',
    offence_code: '8N',
    domestic_abuse: 'yes',
    ...overrides,
  }
}

/** A referral of an adult in Leeds by the police in May 2024. */
export function nrmReferral(overrides: FeedRow = {}): FeedRow {
  return {
    referral_ref: `NRM-${++next}`,
    referral_date: '2024-05-14',
    route: 'nrm',
    first_responder: 'West Yorkshire Police',
    first_responder_type: 'police',
    area: 'E08000035',
    age_group: 'adult',
    exploitation: 'labour',
    ...overrides,
  }
}

/** Twelve people of one agency at a training in Leeds in May 2024. */
export function attendanceRow(overrides: FeedRow = {}): FeedRow {
  return {
    event_ref: `EV-${++next}`,
    event_date: '2024-05-14',
    title: 'First responder training',
    kind: 'training',
    theme: 'modern-slavery',
    area: 'E08000035',
    lead_agency: 'West Yorkshire Police',
    attending_agency: 'Leeds City Council',
    attended: 12,
    ...overrides,
  }
}

/** Forty MARAC cases of Leeds in May 2024. */
export function partnerReturn(overrides: FeedRow = {}): FeedRow {
  return {
    measure: 'marac-cases',
    agency: 'Leeds City Council',
    area: 'E08000035',
    period: '2024-05',
    value: 40,
    ...overrides,
  }
}

/** So many rows made alike. */
export function times(count: number, make: (i: number) => FeedRow): FeedRow[] {
  return Array.from({ length: count }, (_, i) => make(i))
}

/** The rows as a template file of their feed. */
export function templateFile(feed: FeedId, rows: readonly FeedRow[]): string {
  const columns = feedById[feed].fields
    .map(({ name }) => name)
    .filter((name) => rows.some((row) => name in row))
  return [
    columns.join(','),
    ...rows.map((row) => columns.map((name) => quote(String(row[name] ?? ''))).join(',')),
  ]
    .join('\n')
    .concat('\n')
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
