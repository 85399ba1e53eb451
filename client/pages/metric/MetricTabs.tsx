import { Link } from '@tanstack/react-router'
import type { MetricSearch } from '../../address/metricSearch.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'

interface Props {
  readonly current: MetricSearch['tab']
  /** Only live figures have revisions, and only those who read unprotected ones may see them. */
  readonly revisions: boolean
  /** How many areas the partnership has; with one there is nothing to set side by side. */
  readonly areas: number
  readonly noun: string | undefined
}

/** The views of one measure. They are links, because each has an address. */
export function MetricTabs({ current, revisions, areas, noun = 'districts' }: Props) {
  const tabs: { tab: MetricSearch['tab']; label: string }[] = [
    { tab: undefined, label: 'Chart' },
    { tab: 'table', label: 'Table' },
    ...(areas > 1 ? [{ tab: 'districts' as const, label: capitalise(noun) }] : []),
    { tab: 'breakdown', label: 'Breakdown' },
    ...(revisions ? [{ tab: 'revisions' as const, label: 'Revisions' }] : []),
    { tab: 'about', label: 'About this figure' },
  ]
  return (
    <nav className="tabs" aria-label="Views of this measure">
      {tabs.map(({ tab, label }) => (
        <Link
          key={label}
          from="/metrics/$metric"
          to="/metrics/$metric"
          search={(before) => ({ ...before, tab })}
          aria-current={current === tab ? 'page' : undefined}
          activeOptions={{ includeSearch: true, exact: true }}
          activeProps={{}}
          resetScroll={false}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
