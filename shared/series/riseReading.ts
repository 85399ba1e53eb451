import type { CompanionReading, Expected } from '../metrics/companionReadings.ts'
import type { Variation } from './scorecard.ts'

/** What a companion did, and for which account of the change that speaks; `neither` where it tells nothing apart. */
export interface CompanionEvidence {
  readonly reading: CompanionReading
  /** What it would show under each account, turned round when the measure fell. */
  readonly ifReporting: Expected
  readonly ifHarm: Expected
  /** Null while it cannot be judged. */
  readonly shown: Expected | null
  readonly speaksFor: 'reporting' | 'harm' | 'neither'
}

export interface RiseReading {
  readonly direction: 'rise' | 'fall' | 'none'
  readonly companions: readonly CompanionEvidence[]
  /** `thin`: no verdict can be given. */
  readonly leans: 'reporting' | 'harm' | 'mixed' | 'thin'
}

/** So many companions must agree, and none object, before anything is said. */
export const leastAgreeing = 2

const opposite: Record<Expected, Expected> = { up: 'down', down: 'up', steady: 'steady' }

/**
 * Is the rise good news? Each companion that moved by more than usual speaks for the account that expected just that
 * move, if only one did. A companion that stayed within its usual range is no evidence: a series too short or too
 * small to signal does the same. Nothing is concluded from fewer than two, or when they disagree.
 */
export function riseReading(
  own: Variation,
  companions: readonly { readonly reading: CompanionReading; readonly variation: Variation | null }[],
): RiseReading {
  const move = moveOf(own)
  const direction = move === 'up' ? 'rise' : move === 'down' ? 'fall' : 'none'
  const evidence = companions.map(({ reading, variation }): CompanionEvidence => {
    const turn = (expected: Expected) => (direction === 'fall' ? opposite[expected] : expected)
    const [ifReporting, ifHarm] = [turn(reading.ifReporting), turn(reading.ifHarm)]
    const shown = variation === null ? null : moveOf(variation)
    return { reading, ifReporting, ifHarm, shown, speaksFor: speaksFor(shown, ifReporting, ifHarm) }
  })
  const count = (account: CompanionEvidence['speaksFor']) =>
    evidence.filter((each) => each.speaksFor === account).length
  const [reporting, harm] = [count('reporting'), count('harm')]
  const leans =
    direction === 'none'
      ? 'thin'
      : reporting > 0 && harm > 0
        ? 'mixed'
        : reporting >= leastAgreeing
          ? 'reporting'
          : harm >= leastAgreeing
            ? 'harm'
            : 'thin'
  return { direction, companions: evidence, leans }
}

function speaksFor(
  shown: Expected | null,
  ifReporting: Expected,
  ifHarm: Expected,
): CompanionEvidence['speaksFor'] {
  if (shown === null || shown === 'steady' || ifReporting === ifHarm) return 'neither'
  if (shown === ifReporting) return 'reporting'
  return shown === ifHarm ? 'harm' : 'neither'
}

function moveOf(variation: Variation): Expected | null {
  switch (variation.kind) {
    case 'unjudged':
      return null
    case 'common':
      return 'steady'
    case 'improvement':
    case 'concern':
    case 'neutral':
      return variation.direction === 'high' ? 'up' : 'down'
  }
}
