import type { ChangedValue } from '../figures/citation.ts'
import type { Figure } from '../figures/figure.ts'
import type { FigureRequest } from '../figures/figureRequest.ts'
import type { RichText } from '../report/richText.ts'

/** A pack without what is in it. */
export interface PackMark {
  readonly number: number
  readonly title: string
  /** The day of the meeting, YYYY-MM-DD. */
  readonly meetingDate: string
  /** The edition that its figures are from. */
  readonly edition: number
  readonly status: 'draft' | 'published'
  readonly revision: number
  readonly rolledFrom: number | null
  /** Whether it lists the questions that the board has asked. */
  readonly questions: boolean
  readonly synthetic: boolean
  readonly createdBy: string
  /** ISO 8601 UTC; null for a draft. */
  readonly publishedAt: string | null
  readonly publishedBy: string | null
}

/**
 * What a commentary taken over from the last pack has to be read again for. `moved`: the finding, or values that the last
 * pack printed, say something else; `gone`: the new edition does not hold the figure.
 */
export type PackFlag =
  | {
      readonly kind: 'moved'
      readonly was: string
      readonly now: string
      /** Values of periods that both packs show, newest last. */
      readonly restated: readonly ChangedValue[]
    }
  | { readonly kind: 'gone'; readonly was: string; readonly why: string }

/** A text of a pack with the version it stands at. */
export interface PackText {
  readonly value: RichText
  readonly version: number
  readonly by: string
}

export interface PackItem {
  readonly id: string
  readonly request: FigureRequest
  readonly shows: 'chart' | 'table'
  readonly flag: PackFlag | null
  /** The figure as it stands; null where it cannot be shown, and `problem` says why. */
  readonly figure: Figure | null
  readonly problem: string | null
  readonly text: PackText
}

/** A draft as its builder shows it. */
export interface Pack extends PackMark {
  readonly introduction: PackText
  readonly items: readonly PackItem[]
}

/** A question that the board has asked, as a pack lists it. */
export interface PackQuestion {
  /** How it is known: "Q-041". */
  readonly name: string
  readonly text: string
  readonly askedOf: string
  /** Where it stands, in words. */
  readonly state: string
}

/** The place of the text that opens a pack. */
export const introduction = 'introduction'
