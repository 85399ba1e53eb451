import '../../styles/rail.css'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Grain } from '../../../shared/periods/period.ts'
import type { CompletionView } from '../../../shared/series/metricPage.ts'
import { formatNumber, formatValue, type Measured } from '../../../shared/figures/formatValue.ts'

interface Props {
  readonly completion: CompletionView
  readonly measured: Measured
  readonly grain: Grain
}

/** What the provisional months will probably come to once they have filled in, and why that may be said. */
export function Completion({ completion, measured, grain }: Props) {
  const say = (value: number) => formatValue(Math.round(value), measured)
  return (
    <section>
      <h2 className="rh">Provisional months, once complete</h2>
      <ul className="ev plainlist">
        {completion.estimates.map(({ period, known, lower80, upper80, share }) => (
          <li key={period}>
            <b>{periodLabel(period, grain)}:</b> {say(known)} so far, about {formatNumber(share * 100)}% of
            what is usual in the end; probably {say(lower80)}–{say(upper80)} (80% range).
          </li>
        ))}
      </ul>
      <p className="kick">{completion.reason}</p>
    </section>
  )
}
