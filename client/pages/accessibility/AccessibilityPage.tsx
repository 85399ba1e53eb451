import '../../styles/about.css'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'

const keys = [
  ['Tab, Shift+Tab', 'to every link, field and button, in the order they are read'],
  ['← →, Page Up, Page Down, Home, End', 'along the points of a chart; each is read out'],
  ['Ctrl+K or /', 'find a measure, an area, a question or a saved view'],
  ['Escape', 'closes a menu or dialog and goes back to its button'],
] as const

/** How far the dashboard meets WCAG 2.2 AA, how that is checked, and where it does not. */
export function AccessibilityPage() {
  const session = useSession()
  useTitle('Accessibility')
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <h1 className="h1 step">Everybody can read these figures, by eye, by ear and by keyboard</h1>
      <p className="dek step">
        This dashboard is made to conform to the Web Content Accessibility Guidelines 2.2 at level AA, as the
        Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 ask of{' '}
        {session?.partnership.board ?? 'the board'} and its partners.
      </p>
      <dl className="about step">
        <dt>Charts</dt>
        <dd>
          Each has its finding as a heading, the same finding as a text alternative, a table of the same
          numbers one link away, and points that the keyboard reads one by one. No meaning is in colour alone:
          every coloured mark has its own shape and its words.
        </dd>
        <dt>Keyboard</dt>
        <dd>
          <ul>
            {keys.map(([key, does]) => (
              <li key={key}>
                <b>{key}:</b> {does}.
              </li>
            ))}
          </ul>
        </dd>
        <dt>Zoom and small windows</dt>
        <dd>
          Text can be doubled, and a window of 320 pixels needs no sideways scrolling of the page. Wide tables
          scroll within themselves, by keyboard too, and keep their first column in sight.
        </dd>
        <dt>Motion and contrast</dt>
        <dd>
          Nothing moves by itself, and what appears does so at once where reduced motion is asked for. Text
          has a contrast of at least 4.5 to 1, marks of at least 3 to 1. High-contrast settings of the system
          are followed by text and controls; charts keep their own colours on white.
        </dd>
        <dt>How it is checked</dt>
        <dd>
          An automatic check of the WCAG rules and of good practice (axe) runs on every page and its states,
          on a wide and a narrow window, before any change is taken in; so do tests that use the keyboard
          alone.
        </dd>
        <dt>Known limits</dt>
        <dd>
          <ul>
            <li>
              Automatic checks find part of what can be wrong; people who use assistive technology have not
              yet tested it.
            </li>
            <li>
              Tables that analysts work in (figures, submissions) are long; they can be searched with the
              browser.
            </li>
            <li>
              Exported pictures carry their text alternative only in SVG; the table and the CSV hold the
              figures.
            </li>
          </ul>
        </dd>
        <dt>Tell us</dt>
        <dd>
          If something here cannot be read or reached, tell the analysts of the partnership which page and
          what stood in the way; they can send the figures in another form. If the answer does not help, the
          Equality Advisory and Support Service advises.
        </dd>
      </dl>
    </main>
  )
}
