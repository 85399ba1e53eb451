import { IntakeRefusal } from '../intakeRefusal.ts'

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/

/**
 * Watches a column of dates for both orders of day and month. 05/14/2024 can only be May; beside it 05/06/2024 may be
 * either, and to guess would move records into other months unseen: such a file is refused.
 */
export class DayOrder {
  private readonly field: string
  private monthFirst: string | null = null
  private either: string | null = null

  constructor(field: string) {
    this.field = field
  }

  see(text: string): void {
    const match = slashed.exec(text)
    if (match === null) return
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (second > 12 && first <= 12) this.monthFirst ??= text
    else if (first <= 12 && first !== second) this.either ??= text
    if (this.monthFirst === null || this.either === null) return
    throw new IntakeRefusal(
      `The dates of ${this.field} are not all written day first: ‘${this.monthFirst}’ has the month first, so ‘${this.either}’ may be either. Write them as 2026-04-17 and send the file again.`,
    )
  }
}
