import type { EditionMark } from '../editions/edition.ts'
import { formatDate } from './formatDate.ts'

/** How figures of an edition are marked, wherever they stand. */
export function publishedWords({ title, meetingDate }: Pick<EditionMark, 'title' | 'meetingDate'>): string {
  return `As published to the board for ${formatDate(meetingDate)}: ${title}.`
}
