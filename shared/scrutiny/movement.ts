/**
 * Whether a figure moved beyond chance after a day. `unjudged`: too little is known; `notShown`: enough is known and it
 * shows no lasting change; `moved`: it does. Association only: a promise need not be the cause.
 */
export type Movement =
  | { readonly kind: 'unjudged'; readonly reason: string }
  | { readonly kind: 'notShown'; readonly reasons: readonly string[] }
  | {
      readonly kind: 'moved'
      readonly direction: 'higher' | 'lower'
      /** Null where the board has not agreed which way is better. */
      readonly verdict: 'better' | 'worse' | null
      /** Of the mean after on the mean before, in per cent; null without a mean above 0. */
      readonly changePercent: number | null
      /** What else may explain it, as sentences. */
      readonly cautions: readonly string[]
    }

/** A movement in a few words, never a verdict on a neutral measure. */
export function movementWords(movement: Movement): string {
  switch (movement.kind) {
    case 'unjudged':
      return 'Cannot be judged yet'
    case 'notShown':
      return 'No lasting change shown'
    case 'moved': {
      if (movement.verdict === 'better') return `Improved: ${movement.direction}`
      if (movement.verdict === 'worse') return `Worsened: ${movement.direction}`
      return `Changed: ${movement.direction}`
    }
  }
}

/** The same in a sentence, with what it rests on. */
export function movementSentence(movement: Movement): string {
  switch (movement.kind) {
    case 'unjudged':
      return movement.reason
    case 'notShown':
      return movement.reasons.join(' ')
    case 'moved': {
      const { changePercent, direction, cautions } = movement
      const size =
        changePercent === null
          ? ''
          : `, by ${Math.abs(changePercent).toLocaleString('en-GB', { maximumFractionDigits: 0 })}% on the average before`
      return [`It is ${direction} than before, beyond chance${size}.`, ...cautions].join(' ')
    }
  }
}
