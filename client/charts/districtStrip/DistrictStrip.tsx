/** A dot on a line around the partnership's rate; filled when the difference is beyond chance. */
export function DistrictStrip({ x, beyondChance }: { x: number; beyondChance: boolean }) {
  return (
    <svg className="dt" viewBox="0 0 52 8" width="52" height="8" aria-hidden="true">
      <path className="dt-l" d="M2 4H50" />
      <path className="dt-m" d="M26 0V8" />
      <circle className={beyondChance ? 'dt-far' : 'dt-near'} cx={x} cy="4" r="3" />
    </svg>
  )
}
