import { annotationsOn, eventOf, type Annotation } from '../../shared/annotations/annotation.ts'
import { calendarOf } from '../../shared/metrics/calendar.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { CalendarEvent } from '../../shared/series/metricPage.ts'

/** The built-in calendar of a measure and what analysts noted on it, in order of time. */
export function eventsOf(
  annotations: readonly Annotation[],
  about: { readonly metric: Pick<Metric, 'id' | 'feed'>; readonly area: string },
): CalendarEvent[] {
  const notes = annotationsOn(annotations, about)
  return [...calendarOf(about.metric.id).map(bare), ...notes.map(eventOf)].toSorted((a, b) =>
    a.month.localeCompare(b.month),
  )
}

function bare({ month, title, kind, detail, certain }: CalendarEvent): CalendarEvent {
  return { month, title, kind, detail, certain }
}
