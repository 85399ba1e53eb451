import { restatementWords, type Restatement } from '../series/restatement.ts'
import { formatDate } from './formatDate.ts'

/** A restatement in words: was, now, of which kind, when, by which submission, and why where somebody said so. */
export function restatementSentence(
  { was, now, kind, on, submission, reason }: Restatement,
  say: (value: number | null) => string,
): string {
  const why = reason === null ? '' : `: ${reason.replace(/\.$/, '')}`
  return `was ${say(was)}, now ${say(now)} (${restatementWords[kind]}, ${formatDate(on)}, submission ${submission}${why}).`
}
