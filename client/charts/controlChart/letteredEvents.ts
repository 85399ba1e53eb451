import type { Grain } from '../../../shared/periods/period.ts'
import type { CalendarEvent } from '../../../shared/series/metricPage.ts'
import { monthPosition } from './monthPosition.ts'

export interface EventFlag {
  readonly letter: string
  readonly x: number
  readonly event: CalendarEvent
}

/** The events that fall on the chart, in order of time, each with the letter that the list beside the chart repeats. */
export function letteredEvents(
  calendar: readonly CalendarEvent[],
  points: readonly { readonly x: number; readonly period: string }[],
  grain: Grain,
): EventFlag[] {
  return calendar
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .flatMap((event) => {
      const at = monthPosition(event.month, points, grain)
      return at === null ? [] : [{ event, x: at }]
    })
    .map((flag, index) => ({ ...flag, letter: letter(index) }))
}

function letter(index: number): string {
  const own = String.fromCharCode(65 + (index % 26))
  return index < 26 ? own : `${String.fromCharCode(64 + Math.floor(index / 26))}${own}`
}
