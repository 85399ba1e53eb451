import '../../../styles/sinceFacts.css'
import { formatValue } from '../../../../shared/figures/formatValue.ts'
import type { FigureSince } from '../../../../shared/scrutiny/question.ts'

const mostShown = 4

/** The figure then and now, and what of what was frozen reads otherwise now. */
export function SinceFacts({ since }: { since: FigureSince }) {
  const { unit, basis, frozen, now, restated, nowFrom } = since
  const say = (value: number | null) => (value === null ? 'none' : formatValue(value, { unit, basis }))
  const whole = (figure: typeof frozen) =>
    figure === null ? 'none' : `${say(figure.value)}, ${figure.label}`
  return (
    <dl className="facts sfacts">
      <dt>Then</dt>
      <dd>
        <b>{whole(frozen)}</b>
      </dd>
      <dt>Now</dt>
      <dd>
        <b>{whole(now)}</b>
        {nowFrom !== '' && <small>{nowFrom}</small>}
      </dd>
      <dt>Restated since</dt>
      <dd>
        {restated.length === 0
          ? 'No final figure'
          : restated.slice(-mostShown).map(({ label, was, now: is }) => (
              <span key={label} className="was">
                {label}: was {say(was)}, now {say(is)}
              </span>
            ))}
        {restated.length > mostShown && <small>and {restated.length - mostShown} more</small>}
      </dd>
    </dl>
  )
}
