import { EditionSwitch } from './EditionSwitch.tsx'
import { useEdition } from './useEdition.ts'

interface Props {
  readonly synthetic: boolean
  /** Said instead when the figures are those of an earlier day or submission. */
  readonly asKnown?: string
}

/** The marks that must be in sight of every figure: published or live, as known when, and whether it is invented. */
export function LiveMarks({ synthetic, asKnown }: Props) {
  const { number } = useEdition()
  return (
    <div className="side">
      {synthetic && <span className="sample">Synthetic sample data</span>}
      {number === null && (
        <span className="live">
          {asKnown === undefined ? (
            <>
              <b>Live:</b>&nbsp;not yet published
            </>
          ) : (
            <b>As known {asKnown}</b>
          )}
        </span>
      )}
      <EditionSwitch />
    </div>
  )
}
