/** A day on which the board meets, with what belongs to it. */
export interface Meeting {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly names: readonly string[]
  readonly questions: readonly { readonly number: number; readonly text: string }[]
  readonly editions: readonly { readonly number: number; readonly title: string }[]
  readonly briefings: readonly { readonly number: number; readonly title: string }[]
}

/** Something that falls due on a day. */
export interface DueEntry {
  readonly date: string
  readonly kind: 'promise' | 'recommendation'
  /** Of the question, or of the recommendation. */
  readonly number: number
  readonly text: string
  readonly who: string
  readonly late: boolean
}

export interface MeetingCalendar {
  /** YYYY-MM-DD. */
  readonly today: string
  /** In order of time. */
  readonly meetings: readonly Meeting[]
  /** What is still open, in order of time. */
  readonly due: readonly DueEntry[]
}
