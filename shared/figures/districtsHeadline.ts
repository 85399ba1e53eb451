import type { Variation } from '../series/scorecard.ts'
import { listWords } from './listWords.ts'

interface Judged {
  readonly name: string
  readonly variation: Variation
}

/** Where the change lies, as the title of the panels; never a verdict. */
export function districtsHeadline(areas: readonly Judged[]): string {
  const changed = areas.filter(({ variation }) => !['common', 'unjudged'].includes(variation.kind))
  const unjudged = areas.filter(({ variation }) => variation.kind === 'unjudged')
  if (areas.length > 0 && unjudged.length === areas.length)
    return 'No area can be judged by a control chart yet'
  if (changed.length === 0) return 'Every area that can be judged is within its own usual range'
  const names = listWords(changed.map(({ name }) => name))
  const others = areas.length - changed.length - unjudged.length
  const rest =
    others === 0
      ? ''
      : others === 1
        ? ' The other is within its usual range'
        : ' The others are within their usual range'
  return `${names} moved beyond ${changed.length === 1 ? 'its' : 'their'} own usual range.${rest}`
}
