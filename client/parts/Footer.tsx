import { Link } from '@tanstack/react-router'
import { useSession } from './useSession.ts'

/** What the page rests on: invented or real figures, published or live, and the newest submission in them. */
export function Footer() {
  const session = useSession()
  return (
    <footer className="foot">
      <div className="wrap">
        <span>
          {session?.synthetic === true &&
            'Synthetic sample data: every figure is invented to show the dashboard, and goes when real data is loaded.'}
        </span>
        <span>
          {session &&
            !session.empty &&
            `Live: not yet published. Figures include submission ${session.position}.`}
        </span>
        <Link to="/accessibility" className="noprint">
          Accessibility
        </Link>
      </div>
    </footer>
  )
}
