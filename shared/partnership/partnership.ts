import type { FeedId } from '../feeds/feed.ts'
import type { Boundary } from './boundaries.ts'
import type { Due } from './due.ts'

/** A district, borough or other part of the partnership, with the names that partners call it by. */
export interface Area {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Where it lies on a schematic map of squares, from the north-west corner; absent where nobody has said. */
  readonly tile?: { readonly column: number; readonly row: number } | undefined
}

/** One release of mid-year population estimates: persons by area code and calendar year. */
export interface PopulationRelease {
  readonly release: string
  readonly source: string
  readonly persons: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** An organisation that sends figures or is answerable for them. */
export interface Agency {
  readonly id: string
  readonly name: string
  readonly sector:
    | 'police'
    | 'council'
    | 'health'
    | 'probation'
    | 'charity'
    | 'commissioner'
    | 'government'
    | 'other'
  /** Area codes it answers for; empty: the whole partnership. */
  readonly areas: readonly string[]
  readonly feeds: readonly FeedId[]
  /** Names by which publishers' files call it, e.g. a force's name in a street file. */
  readonly aliases: readonly string[]
  /** When its figures are agreed to come, where that differs from the partnership's rule. */
  readonly due?: Readonly<Partial<Record<FeedId, Due>>> | undefined
}

/** An aim of the board's strategy, and the metrics that serve it. */
export interface Aim {
  readonly id: string
  readonly name: string
  readonly metrics: readonly string[]
}

/** Who answers for measures, and so is asked about them. */
export interface AccountableBody {
  readonly id: string
  /** As a question addresses it: "West Yorkshire Police". */
  readonly name: string
  /** Metric ids, families such as 'da.*', or '*' for all. */
  readonly metrics: readonly string[]
  /** Area codes for which it answers; absent: the whole partnership. */
  readonly areas?: readonly string[] | undefined
}

/** A figure that the board set itself to reach or to keep. */
export interface Target {
  readonly metric: string
  /** An area's code; absent: the whole partnership. */
  readonly area?: string | undefined
  readonly aim: 'atLeast' | 'atMost'
  /** In the metric's own unit, for one month (or quarter, where it is sent by quarters). */
  readonly value: number
  /** The month from which it is to be met, YYYY-MM; absent: now. */
  readonly by?: string | undefined
  /** Who set it and where it stands, printed beside it. */
  readonly reason: string
}

/** What counts as small and how the rest is written. */
export interface DisclosureLevel {
  /** Counts above 0 and below this are hidden. */
  readonly threshold: number
  /** Whether a count of 0 is hidden too. */
  readonly suppressZero: boolean
  /** Published counts are rounded to a multiple of this; 1 is no rounding. */
  readonly rounding: number
}

/** The finest periods at which a table is published: months, quarters, years (financial and calendar), or not at all. */
export type PublishedGrain = 'month' | 'quarter' | 'financialYear' | 'none'

/** What is published of one metric where the rule for all does not fit it. */
export interface PublishedTablesRule {
  /** The dimensions it may be broken down or filtered by, one at a time; empty: none. */
  readonly breakdowns?: readonly string[] | undefined
  /** The finest periods for the whole partnership, and for its areas; they rise by themselves where too much would be hidden. */
  readonly whole?: PublishedGrain | undefined
  readonly areas?: PublishedGrain | undefined
  /** 0 where the metric does not count people (events held): nothing is small. */
  readonly threshold?: number | undefined
}

/** How small counts are protected for readers without unprotected access: the level for all, and where it differs. */
export interface DisclosurePolicy extends DisclosureLevel {
  readonly roles?: Readonly<Partial<Record<ProtectedRole, Partial<DisclosureLevel>>>> | undefined
  readonly outputs?: Readonly<Partial<Record<DisclosureOutput, Partial<DisclosureLevel>>>> | undefined
  /** The finest periods at which anything is published; months unless stated. */
  readonly floor?: PublishedGrain | undefined
  /** The share of a table's cells that may be hidden before it is published by longer periods; a fifth unless stated. */
  readonly mostHidden?: number | undefined
  readonly tables?: Readonly<Record<string, PublishedTablesRule>> | undefined
}

/** The roles that see protected figures, and where their figures may go. */
export type ProtectedRole = 'viewer' | 'scrutiny'
export type DisclosureOutput = 'screen' | 'export'

/** Everything that makes the product this partnership's: replace it and nothing else changes. */
export interface Partnership {
  readonly id: string
  readonly name: string
  readonly board: string
  /** The whole partnership as one area (a police force area or county). */
  readonly code: string
  readonly areaName: string
  readonly aliases: readonly string[]
  readonly areas: readonly Area[]
  /** What one area is called: district, borough, ward. */
  readonly areaNoun: { readonly one: string; readonly many: string }
  readonly agencies: readonly Agency[]
  /** The latest release comes last and is the default; releases are never joined in one series. */
  readonly populations: readonly PopulationRelease[]
  readonly aims: readonly Aim[]
  /** Who is asked about what: the first that names both measure and area. */
  readonly accountable?: readonly AccountableBody[] | undefined
  readonly targets?: readonly Target[] | undefined
  readonly disclosure: DisclosurePolicy
  /** Real boundaries of the areas, where the partnership supplies them; else a schematic map is drawn. */
  readonly boundaries?: readonly Boundary[] | undefined
  /** When figures are agreed to come; every month by the twentieth of the next unless stated. */
  readonly due?: Due | undefined
}

/** Area values of records that belong to no single area of the partnership. */
export const forceWide = 'force-wide'
/** The record says no usable place; it counts in the total only. */
export const notPlaced = 'not-placed'
