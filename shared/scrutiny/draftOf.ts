import type { QuestionDraftInput } from './questionDraft.ts'
import type { Suggestion } from './suggestion.ts'

/** The question that a suggestion becomes when somebody takes it up: its words and figures, to be edited from there. */
export function draftOf(suggestion: Suggestion): QuestionDraftInput {
  const { question, theme, askedOf, finding, chance, alsoSeen, why, companions, caveats, figures, id } =
    suggestion
  const beside = companions.map(({ name, words }) => `${name}: ${words}.`)
  return {
    text: question,
    theme,
    askedOf: askedOf.name,
    why: [`${finding}.`, chance, alsoSeen, why, ...beside].filter((sentence) => sentence !== '').join(' '),
    caveats: [...caveats],
    figures: [...figures],
    suggestion: id,
  }
}
