/**
 * One row that was left out, and why.
 * `row` counts as a spreadsheet does: the header is row 1. `value` is as sent, cut short, and never a reference.
 */
export interface Reject {
  readonly row: number
  readonly field: string
  readonly value: string
  readonly reason: string
}

/**
 * Why a row may be left out. `faulty`: a value cannot be read, so the file or the profile is wrong.
 * `outside`: the row is sound but not of this partnership, agency or period.
 */
export type RejectKind = 'faulty' | 'outside'
