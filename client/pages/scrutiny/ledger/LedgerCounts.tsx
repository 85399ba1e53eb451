import { Link } from '@tanstack/react-router'
import { StateIcon } from '../StateIcon.tsx'

interface Props {
  readonly counts: {
    readonly overdue: number
    readonly promised: number
    readonly asked: number
    readonly draft: number
    readonly closedThisYear: number
  }
}

/** How many wait for what, each a filter. */
export function LedgerCounts({ counts }: Props) {
  return (
    <ul className="lgcounts" aria-label="Questions by state">
      <li>
        <StateIcon state="overdue" />
        <Link to="/scrutiny/questions" search={{ overdue: '1' }}>
          <b>{counts.overdue}</b> overdue
        </Link>
      </li>
      <li>
        <StateIcon state="promised" />
        <Link to="/scrutiny/questions" search={{ status: 'promised' }}>
          <b>{counts.promised}</b> promised
        </Link>
      </li>
      <li>
        <StateIcon state="asked" />
        <Link to="/scrutiny/questions" search={{ status: 'asked' }}>
          <b>{counts.asked}</b> asked
        </Link>
      </li>
      {counts.draft > 0 && (
        <li>
          <StateIcon state="draft" />
          <Link to="/scrutiny/questions" search={{ status: 'draft' }}>
            <b>{counts.draft}</b> in draft
          </Link>
        </li>
      )}
      <li>
        <StateIcon state="closed" />
        <Link to="/scrutiny/questions" search={{ status: 'closed' }}>
          <b>{counts.closedThisYear}</b> closed, of those asked this year
        </Link>
      </li>
    </ul>
  )
}
