import '../../styles/themeList.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { themes } from '../../../shared/metrics/themes.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'

/** Every measure of the catalogue, by theme, with its definition. */
export function MetricsPage() {
  useTitle('Metrics')
  const session = useSession()
  const query = useQuery(api.metrics.queryOptions())
  const metrics = query.data
  useEffect(() => {
    if (metrics && window.location.hash !== '')
      document.getElementById(window.location.hash.slice(1))?.scrollIntoView()
  }, [metrics])
  return (
    <main id="main" className="wrap metrics" tabIndex={-1} aria-busy={query.isFetching}>
      <section className="changed">
        <h1 className="h1">
          {metrics
            ? `What the dashboard measures: ${metrics.length} measures`
            : 'What the dashboard measures'}
        </h1>
        <p className="dek">
          Each is defined once; every page, table and export reads that definition.
          {session?.synthetic === true && ' The figures behind them are synthetic sample data.'}
        </p>
        {query.isError && (
          <Problem error={query.error} what="The catalogue" onRetry={() => void query.refetch()} />
        )}
      </section>
      {themes.map(({ id, label }) => {
        const own = metrics?.filter(({ theme }) => theme === id) ?? []
        if (own.length === 0) return null
        return (
          <section key={id} id={id} className="themelist" aria-labelledby={`theme-${id}`}>
            <h2 className="h2" id={`theme-${id}`}>
              {label}
            </h2>
            <ul>
              {own.map((metric) => (
                <li key={metric.id}>
                  <h3>
                    <Link to="/metrics/$metric" params={{ metric: metric.id }}>
                      {metric.name}
                    </Link>
                  </h3>
                  <p>{metric.definition}</p>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </main>
  )
}
