/** A period whose comparison reaches across changes of law or counting: part of the difference may be theirs. */
export interface SpannedChange {
  readonly period: string
  readonly events: readonly { readonly month: string; readonly title: string }[]
}
