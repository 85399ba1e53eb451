/** The marks that must be in sight of every figure: that it is not yet published, and whether it is invented. */
export function LiveMarks({ synthetic }: { synthetic: boolean }) {
  return (
    <div className="side">
      {synthetic && <span className="sample">Synthetic sample data</span>}
      <span className="live">
        <b>Live:</b>&nbsp;not yet published
      </span>
    </div>
  )
}
