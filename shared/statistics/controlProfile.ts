/** The published ways of judging an XmR chart that a chart may name as its own. */
export type ControlProfileName = 'NHSRplotthedots' | 'Making Data Count'

/** Every rule that differs between profiles, so that a chart's name says exactly how it was judged. */
export interface ControlProfile {
  readonly name: ControlProfileName
  /** Leave moving ranges of 3.267 times their mean or more out of the limits. */
  readonly screensMovingRanges: boolean
  /** Let a point beyond a process limit count towards the two in "two of three". */
  readonly twoOfThreeIncludesOutside: boolean
  /** Consecutive points, steps all one way, that make a trend. */
  readonly trendPoints: number
  /** Consecutive points on one side of the mean that make a shift. */
  readonly shiftPoints: number
  /** `precedence` shows the first rule that holds; `improvement` shows one that improves, where any does. */
  readonly conflict: 'precedence' | 'improvement'
  /** Points with a value a segment needs before limits are drawn, rules judged and icons shown. */
  readonly leastPoints: number
  /** The fewest and most points a fixed baseline may have; null is no upper bound. */
  readonly baseline: { readonly least: number; readonly most: number | null }
  /** Assurance of a series whose every value is the same: by its limits, or by the value itself. */
  readonly constantSeries: 'limits' | 'value'
}

/** How many points in a row make a run in Making Data Count's tools. */
export type RunLength = 6 | 7

const nhsrPlotTheDots: ControlProfile = {
  name: 'NHSRplotthedots',
  screensMovingRanges: true,
  twoOfThreeIncludesOutside: false,
  trendPoints: 7,
  shiftPoints: 7,
  conflict: 'precedence',
  leastPoints: 0,
  baseline: { least: 12, most: null },
  constantSeries: 'limits',
}

const makingDataCount: ControlProfile = {
  name: 'Making Data Count',
  screensMovingRanges: false,
  twoOfThreeIncludesOutside: true,
  trendPoints: 7,
  shiftPoints: 7,
  conflict: 'improvement',
  leastPoints: 13,
  baseline: { least: 12, most: 20 },
  constantSeries: 'value',
}

/**
 * The rules behind a profile's name; `runLength` (6 or 7, Making Data Count only) sets trend and shift alike.
 * Sources: NHSRplotthedots 0.2.2, its issues 90, 153, 194 and 202; PowerBI-SPC issues 253 and 463.
 */
export function controlProfile(name: ControlProfileName, runLength: RunLength = 7): ControlProfile {
  switch (name) {
    case 'NHSRplotthedots':
      if (runLength !== 7) throw new Error(`invalid run length for NHSRplotthedots: ${runLength}`)
      return nhsrPlotTheDots
    case 'Making Data Count':
      return { ...makingDataCount, trendPoints: runLength, shiftPoints: runLength }
  }
}
