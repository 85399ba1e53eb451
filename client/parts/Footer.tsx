import { Link } from '@tanstack/react-router'
import { publishedWords } from '../../shared/figures/editionWords.ts'
import { useEdition } from './useEdition.ts'
import { useSession } from './useSession.ts'

/** What the page rests on: invented or real figures, published or live, and the newest submission in them. */
export function Footer() {
  const session = useSession()
  const { number, mark } = useEdition()
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
            (number === null
              ? `Live: not yet published. Figures include submission ${session.position}.`
              : mark && publishedWords(mark))}
          {session && (
            <>
              {' '}
              <Link to="/data-protection">Data protection</Link>{' '}
              <Link to="/read-api">Figures for programs</Link>
            </>
          )}
        </span>
        <Link to="/accessibility" className="noprint">
          Accessibility
        </Link>
      </div>
    </footer>
  )
}
