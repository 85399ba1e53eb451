import { VariationIcon } from '../../parts/VariationMark.tsx'

/** What the shapes of the scorecard mean. */
export function KindsOfChange() {
  return (
    <ul className="legend" aria-label="Kinds of change">
      <li>
        <VariationIcon kind="improvement" size={18} />
        Improving
      </li>
      <li>
        <VariationIcon kind="concern" size={18} />
        Concerning
      </li>
      <li>
        <VariationIcon kind="neutral" size={18} />
        Changed, no judgement
      </li>
      <li>
        <VariationIcon kind="common" size={18} />
        No unusual change
      </li>
      <li>
        <VariationIcon kind="unjudged" size={18} />
        Cannot be judged
      </li>
    </ul>
  )
}
