import { Link } from '@tanstack/react-router'
import type { Scorecard } from '../../../shared/series/scorecard.ts'
import { VariationMark } from '../../parts/VariationMark.tsx'

const mostShown = 4

/** What changed in this area against its own past, most unusual first. */
export function AreaChanges({ scorecard }: { scorecard: Scorecard | undefined }) {
  const findings = scorecard?.findings ?? []
  return (
    <section aria-labelledby="changes">
      <h2 className="figh" id="changes">
        What changed here
      </h2>
      {scorecard && findings.length === 0 && (
        <p className="fs">No measure moved by more than its usual variation in these months.</p>
      )}
      <ol className="areaitems">
        {findings.slice(0, mostShown).map(({ metric, area, headline, detail, variation }) => (
          <li key={metric}>
            <p>
              <Link to="/metrics/$metric" params={{ metric }} search={{ area }}>
                <b>{headline}</b>
              </Link>
            </p>
            <p className="fs">
              {detail.slice(0, firstSentence(detail))}
              <span className="further"> {detail.slice(firstSentence(detail)).trim()}</span>
            </p>
            <VariationMark variation={variation} size={18} />
          </li>
        ))}
      </ol>
      {findings.length > mostShown && (
        <p className="fs">{findings.length - mostShown} more are marked in the table.</p>
      )}
    </section>
  )
}

/** Where the first sentence ends: on paper it is enough, so that the whole area stays on one page. */
function firstSentence(text: string): number {
  const end = text.search(/\.(\s|$)/)
  return end < 0 ? text.length : end + 1
}
