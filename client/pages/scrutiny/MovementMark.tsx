import { movementWords, type Movement } from '../../../shared/scrutiny/movement.ts'
import { VariationIcon } from '../../parts/VariationMark.tsx'

/** Whether a figure moved after a day: the frame says of which kind, the words say it again. */
export function MovementMark({ movement, size = 18 }: { movement: Movement; size?: number }) {
  const kind = kindOf(movement)
  const direction = movement.kind === 'moved' && movement.direction === 'lower' ? 'low' : 'high'
  return (
    <span className={`var k-${kind} sm`}>
      <VariationIcon kind={kind} direction={direction} size={size} />
      <b>{movementWords(movement)}</b>
    </span>
  )
}

function kindOf(movement: Movement) {
  if (movement.kind === 'unjudged') return 'unjudged'
  if (movement.kind === 'notShown') return 'common'
  if (movement.verdict === null) return 'neutral'
  return movement.verdict === 'better' ? 'improvement' : 'concern'
}
