import { Link } from '@tanstack/react-router'

/** The pages of those who run the installation. */
export function AdminTabs() {
  return (
    <nav className="tabs2" aria-label="Administration">
      <Link to="/people">People</Link>
      <Link to="/audit">Audit log</Link>
      <Link to="/data-protection">Data protection</Link>
    </nav>
  )
}
