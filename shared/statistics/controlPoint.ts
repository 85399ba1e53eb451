/** One figure of a series. `x` sorts as text (a period or a date); null is missing; excluded is drawn, never judged. */
export interface ControlPoint {
  readonly x: string
  readonly y: number | null
  /** Provisional or otherwise set aside: enters no mean, range, limit, run or icon. */
  readonly excluded?: boolean
}
