import type { Scorecard } from '../series/scorecard.ts'
import { publishedWords } from './editionWords.ts'
import { formatDate } from './formatDate.ts'

/** Whether the overview's figures are published, live or earlier ones, and whether they are invented. */
export function scorecardState({
  edition,
  asAt,
  synthetic,
}: Pick<Scorecard, 'edition' | 'asAt' | 'synthetic'>): string {
  const state = edition
    ? publishedWords(edition)
    : asAt === null
      ? 'Live, not yet published.'
      : typeof asAt === 'number'
        ? `As known after submission ${asAt}.`
        : `As known on ${formatDate(asAt)}.`
  return synthetic ? `${state} Synthetic sample data.` : state
}
