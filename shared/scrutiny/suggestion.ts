import type { EditionMark } from '../editions/edition.ts'
import type { FigureRequest } from '../figures/figureRequest.ts'
import type { Theme } from '../metrics/metric.ts'
import type { Accountable } from '../partnership/accountableBody.ts'
import type { Sparkline, Variation } from '../series/scorecard.ts'
import type { EvidenceFigure, Place, SignalKind } from './signal.ts'

/** One companion measure in the same place over the same months, in words. */
export interface CompanionWords {
  readonly metric: string
  readonly name: string
  readonly words: string
}

/** Why an officer set a suggestion aside. */
export interface Dismissal {
  readonly by: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly reason: string
}

/** A question that the figures suggest, ready to be used or set aside by a person. */
export interface Suggestion {
  /** Stable: what happened and to which measure, never how much. */
  readonly id: string
  readonly metric: string
  readonly metricName: string
  readonly theme: Theme
  readonly place: Place
  readonly kinds: readonly SignalKind[]
  /** What the figure did. */
  readonly finding: string
  /** How sure that is no chance, in words, and in how many such series chance alone would show it. */
  readonly certainty: string
  readonly chance: string
  readonly why: string
  readonly question: string
  readonly askedOf: Accountable
  readonly companions: readonly CompanionWords[]
  readonly caveats: readonly string[]
  /** Where else and by which other rule it shows; empty where nowhere. */
  readonly alsoSeen: string
  readonly variation: Variation
  readonly spark: Sparkline | null
  readonly sparkCaption: string
  readonly evidence: readonly EvidenceFigure[]
  /** The question of the ledger that it is about already, by number; null for one still to be asked. */
  readonly ofQuestion: number | null
  /** The figures a question made of it would rest on, one to six; none for what is a question already. */
  readonly figures: readonly FigureRequest[]
  /** 0 to 1; suggestions come in falling order. */
  readonly score: number
  /** How large it is against what was, for noticing that a dismissed one has grown. */
  readonly size: number
  readonly isNew: boolean
  /** Set where somebody set it aside and it has not grown since. */
  readonly dismissed: Dismissal | null
}

/** All that the evidence suggests to ask. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[]
  /** Months of the newest figures looked at, first and last. */
  readonly period: { readonly from: string; readonly to: string; readonly label: string }
  /** Series that could be tested, tests made of them, those that stand out, and the share of these expected to be chance. */
  readonly looked: {
    readonly series: number
    readonly tests: number
    readonly found: number
    readonly falseShare: number
  }
  readonly position: number
  readonly synthetic: boolean
  readonly disclosure: 'protected' | 'unprotected'
  readonly asAt: number | string | null
  readonly edition?: EditionMark
}
