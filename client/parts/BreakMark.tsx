/** Beside a comparison that spans a change of law or counting; nothing where it spans none. */
export function BreakMark({ warning }: { warning: string | undefined }) {
  if (warning === undefined) return null
  return (
    <span className="mk" title={warning}>
      {' '}
      <span aria-hidden="true">[b]</span>
      <span className="sr">{warning}</span>
    </span>
  )
}
