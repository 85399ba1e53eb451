import '../../styles/crumb.css'
import '../../styles/figure.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Citation } from '../../../shared/figures/citation.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { FigureDrawing } from '../../charts/figureChart/FigureDrawing.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { useWidth } from '../../parts/useWidth.ts'
import { PlainTable } from '../../report/PlainTable.tsx'
import { fetchCitation } from './fetchCitation.ts'
import { Since } from './Since.tsx'

/** A figure as it was cited, and whether it has since been restated. */
export function CitationPage() {
  const { id } = useParams({ from: '/c/$id' })
  const query = useQuery({
    queryKey: ['citation', id],
    queryFn: ({ signal }) => fetchCitation(id, signal),
    retry: false,
  })
  const busy = useBusy()
  useTitle(query.data?.figure.title ?? 'Cited figure')
  return (
    <main id="main" className="wrap metric" tabIndex={-1} aria-busy={busy}>
      {query.isError && (
        <>
          <h1 className="h1">This cited figure cannot be shown</h1>
          <Problem error={query.error} what="The cited figure" holds="Other figures are not affected." />
        </>
      )}
      {query.data && <Cited citation={query.data} />}
    </main>
  )
}

function Cited({ citation }: { readonly citation: Citation }) {
  const { figure, citedAt, id, since } = citation
  const [ref, width] = useWidth<HTMLDivElement>()
  const cautions = [...figure.caveats, ...figure.gaps, ...figure.events]
  return (
    <>
      <div className="crumb">
        <span>
          Cited figure <code>{id}</code>, as it was on {formatDate(citedAt)}
        </span>
      </div>
      <h1 className="h1">{figure.title}</h1>
      <Since since={since} />
      <figure className="fig">
        <p className="sub">
          {figure.subtitle}. <b>{figure.state}</b>
        </p>
        <div ref={ref}>{width > 0 && <FigureDrawing figure={figure} width={width} />}</div>
        {figure.chart && figure.chart.legend.length > 0 && (
          <p className="kick">
            Marks: {figure.chart.legend.map(({ words }) => words.toLowerCase()).join('; ')}.
          </p>
        )}
        <figcaption className="src">
          <span>
            <b>What it counts.</b> {figure.metric.definition}
          </span>
          {cautions.length > 0 && (
            <span>
              <b>Read with care.</b> {cautions.join(' ')}
            </span>
          )}
          <span>
            <b>Source.</b> {figure.source} {figure.method}
          </span>
        </figcaption>
      </figure>
      <section className="sect" aria-labelledby="numbers">
        <h2 className="h2" id="numbers">
          The numbers as they were cited
        </h2>
        <PlainTable table={figure.table} caption={figure.subtitle} titled />
      </section>
      {figure.forecast && (
        <section className="sect" aria-labelledby="expected">
          <h2 className="h2" id="expected">
            What was forecast then, and is not recorded
          </h2>
          <PlainTable table={figure.forecast} caption={`Forecast: ${figure.subtitle}`} titled />
        </section>
      )}
      <p className="sect">
        <Link to="/metrics/$metric" params={{ metric: figure.metric.id }}>
          {figure.metric.name} today
        </Link>
      </p>
    </>
  )
}
