import type { PointType } from '../series/metricPage.ts'

/** What a mark says beyond its value: what the rules say of it, or that it is provisional and not judged. */
export type FigureMark = PointType | 'provisional'

/**
 * How a series is drawn. `value`: the figures themselves; `mean`, `limit`: what is usual; `compared`: another series
 * beside it; `before`: the same a year before; `was`: figures before a correction; `part`: one of several; `forecast`,
 * `forecast80`, `forecast95`: what is expected and the bounds of its intervals.
 */
export type SeriesRole =
  | 'value'
  | 'mean'
  | 'limit'
  | 'compared'
  | 'before'
  | 'was'
  | 'part'
  | 'forecast'
  | 'forecast80'
  | 'forecast95'

/** One row of marks in a chart, in the order of its categories. Null is a gap: nothing is drawn and nothing joined. */
export interface FigureSeries {
  readonly name: string
  readonly role: SeriesRole
  readonly values: readonly (number | null)[]
  /** Absent where all marks are alike. */
  readonly marks?: readonly FigureMark[]
  /** Why a value is absent or needs care, as `[c]`, `[x]`, `[p]`, `[f]`; null for a plain value. */
  readonly markers?: readonly (string | null)[]
  /** 95 % intervals of the values. */
  readonly interval?: {
    readonly lower: readonly (number | null)[]
    readonly upper: readonly (number | null)[]
  }
  /** Whether its name stands at its end: false for what a neighbour's name already says. */
  readonly named: boolean
}

/** What a chart draws, apart from how: every export draws the same. */
export interface FigureChart {
  /** `lines` over time; `bars`: categories below each other; `stacked`: parts of a whole over time. */
  readonly form: 'lines' | 'bars' | 'stacked'
  readonly categories: readonly string[]
  /** The same as months, YYYY-MM, where every category is one; null for anything else. */
  readonly months: readonly string[] | null
  /** What the categories are, as a column head: "Month", "Area". */
  readonly categoryHead: string
  /** The unit in words, for the value axis; empty for a percentage. */
  readonly unit: string
  /** As spreadsheets write it: `#,##0`. */
  readonly numberFormat: string
  /** Round values from the lowest to the highest of the axis. */
  readonly ticks: readonly number[]
  readonly series: readonly FigureSeries[]
  /** What the shapes of the marks and special lines mean, in words, for those that are there. */
  readonly legend: readonly { readonly mark: FigureMark | 'was' | 'forecast'; readonly words: string }[]
}

/** A number, or text: a name, a marker in place of a number. Never empty, so that no reader meets a blank. */
export type FigureCell = number | string

export interface FigureColumn {
  readonly head: string
  /** Text is set left and numbers right; a column of numbers may hold markers. */
  readonly numberFormat: string | null
  /** Whether it is also shown where room is short: on paper and slides. */
  readonly brief: boolean
}

/** The same numbers as the chart and more, for reading. */
export interface FigureTable {
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly (readonly FigureCell[])[]
}

/** How a figure is cited: a short permanent link and the line that goes into a list of references. */
export interface FigureReference {
  readonly id: string
  readonly link: string
  readonly line: string
}

/**
 * A figure as it leaves the dashboard: everything that any export says about it, and nothing more. It is made from
 * disclosed series only, so what is hidden on the screen is in no part of it.
 */
export interface Figure {
  /** The finding, as a sentence. */
  readonly title: string
  /** Measure, unit, area and period. */
  readonly subtitle: string
  /** Live, as known when, or published; and whether it is invented. */
  readonly state: string
  readonly altText: string
  /** Null where there is nothing to draw, and where panels stand in its place. */
  readonly chart: FigureChart | null
  /** Small charts on one scale, each with the name of what it is of. */
  readonly panels?: readonly { readonly name: string; readonly chart: FigureChart }[]
  readonly table: FigureTable
  /** What is expected, apart from what is recorded; absent where nothing is forecast. */
  readonly forecast?: FigureTable
  readonly metric: { readonly id: string; readonly name: string; readonly definition: string }
  /** Sentences to read with care. */
  readonly caveats: readonly string[]
  /** Events and breaks that the chart's readers must know of, oldest first. */
  readonly events: readonly string[]
  /** Which periods or places have no figure and why, with their marker. */
  readonly gaps: readonly string[]
  readonly source: string
  /** How limits were worked out; empty where there are none. */
  readonly method: string
  /** Area codes that the figure shows. */
  readonly areas: readonly string[]
  /** The first and last month shown; null without any. */
  readonly span: { readonly from: string; readonly to: string } | null
  readonly position: number
  readonly synthetic: boolean
  readonly disclosure: 'protected' | 'unprotected'
  /** Null until it has been cited. */
  readonly reference: FigureReference | null
}
