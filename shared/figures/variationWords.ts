import type { Variation } from '../series/scorecard.ts'

/** The kind of variation in the words the board uses; never a verdict on a neutral measure. */
export function variationWords(variation: Variation): string {
  switch (variation.kind) {
    case 'common':
      return 'No unusual change'
    case 'unjudged':
      return 'Cannot be judged'
    case 'improvement':
      return `Improving, ${variation.direction}`
    case 'concern':
      return `Concerning, ${variation.direction}`
    case 'neutral':
      return `Changed, ${variation.direction}`
  }
}

/** What stands behind it: the rule that fired, or why it cannot be judged; null when there is nothing to add. */
export function variationDetail(variation: Variation): string | null {
  switch (variation.kind) {
    case 'common':
      return null
    case 'unjudged':
      return variation.reason
    case 'improvement':
    case 'concern':
    case 'neutral':
      return variation.detail
  }
}
