import type { Metric } from '../metrics/metric.ts'
import type { CalendarEvent } from '../series/metricPage.ts'
import type { AnnotationDraft } from './annotationDraft.ts'

/** What a note tells of. A change of counting also warns of every comparison that spans it. */
export const annotationKinds = {
  note: 'Note',
  event: 'Event or campaign',
  training: 'Training',
  countingRule: 'Change of counting or recording',
} as const

export type AnnotationKind = keyof typeof annotationKinds

/** A note as it is held: what was written, by whom and when. */
export interface Annotation extends AnnotationDraft {
  readonly id: string
  readonly by: string
  /** ISO 8601 UTC; of the latest change. */
  readonly at: string
}

/** The notes that belong on a figure. A note on one area stays with that area; one on no area is everywhere. */
export function annotationsOn(
  annotations: readonly Annotation[],
  { metric, area }: { readonly metric: Pick<Metric, 'id' | 'feed'>; readonly area: string },
): Annotation[] {
  return annotations.filter(
    (each) =>
      (each.metric === null || each.metric === metric.id) &&
      (each.feed === null || each.feed === metric.feed) &&
      (each.area === null || each.area === area),
  )
}

/** A note as an event of the calendar, to be flagged beside the built-in ones. */
export function eventOf({ id, month: when, title, kind, detail, link: to, by }: Annotation): CalendarEvent {
  return { month: when, title, kind, detail, certain: true, note: { id, by, link: to } }
}
