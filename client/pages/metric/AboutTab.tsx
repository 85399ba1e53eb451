import '../../styles/about.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { formatNumber, formatValue } from '../../../shared/figures/formatValue.ts'
import { restatementSentence } from '../../../shared/figures/restatementSentence.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { api } from '../../trpc.ts'
import { figureState } from '../../../shared/figures/figureText.ts'
import { EventsList } from './EventsList.tsx'
import { polarityWords } from './polarityWords.ts'
import type { TabProps } from './tabProps.ts'

/** What the measure counts and on what it rests. */
export function AboutTab({ page, search, session }: TabProps) {
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  if (!page) return <div className="chartspace" />
  const { metric, result, restatements, sources } = page
  const counted = sources.some(({ rows }) => rows !== null)
  const companions = metrics.filter(({ id }) => metric.companions.includes(id))
  const say = (value: number | null) =>
    value === null ? 'none' : formatValue(value, { unit: metric.unit, basis: result.query.basis })
  return (
    <div className="abouttab">
      <dl className="about">
        <dt>What it counts</dt>
        <dd>{metric.definition}</dd>
        <dt>Better or worse?</dt>
        <dd>{polarityWords(metric.polarity)}</dd>
        <dt>Read with care</dt>
        <dd>
          <ul>
            {[...metric.caveats, ...result.notes].map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </dd>
        <dt>When figures are final</dt>
        <dd>
          {metric.provisionalLag === 0
            ? 'As soon as they are sent.'
            : `${metric.provisionalLag} ${metric.provisionalLag === 1 ? 'month' : 'months'} after the end of the period; until then they are provisional and raise no finding.`}
        </dd>
        {companions.length > 0 && (
          <>
            <dt>Read beside</dt>
            <dd>
              <ul>
                {companions.map(({ id, name }) => (
                  <li key={id}>
                    <Link to="/metrics/$metric" params={{ metric: id }} search={{ area: search.area }}>
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>Known breaks and events</dt>
        <dd>
          <EventsList page={page} session={session} />
        </dd>
        <dt>Restatements</dt>
        <dd>
          {restatements.length === 0 ? (
            'No restated figures in this period.'
          ) : (
            <ul>
              {restatements.map((each) => (
                <li key={`${each.period}-${each.submission}`}>
                  {periodLabel(each.period, result.query.grain)}: {restatementSentence(each, say)}
                </li>
              ))}
            </ul>
          )}
        </dd>
        <dt>Owner</dt>
        <dd>{metric.owner}</dd>
        <dt>Identifier</dt>
        <dd>
          <code>{metric.id}</code>
        </dd>
        <dt>State</dt>
        <dd>
          {figureState(page)} Figures include submission {result.position}.
        </dd>
      </dl>
      <section className="sect" aria-labelledby="sources">
        <h2 className="h2" id="sources">
          Where the figures come from
        </h2>
        {sources.length === 0 ? (
          <p>No submission covers these months.</p>
        ) : (
          <ScrollBox label="Submissions behind the figures">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">Submission</th>
                  <th scope="col">Agency</th>
                  <th scope="col">Months</th>
                  {counted && (
                    <th scope="col" className="r">
                      Rows
                    </th>
                  )}
                  <th scope="col">Layout</th>
                  <th scope="col">As known on</th>
                  <th scope="col">Committed</th>
                </tr>
              </thead>
              <tbody>
                {sources.map((source) => (
                  <tr key={`${source.submission}-${source.agency}`}>
                    <th scope="row">{source.submission}</th>
                    <td>
                      {source.agency}
                      {source.synthetic && <span className="mut"> (synthetic sample)</span>}
                    </td>
                    <td>{formatMonths(source.from, source.to)}</td>
                    {counted && (
                      <td className="r">{source.rows === null ? '–' : formatNumber(source.rows)}</td>
                    )}
                    <td>{source.profile}</td>
                    <td>{formatDate(source.asAt)}</td>
                    <td>{formatDate(source.committedOn)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </section>
    </div>
  )
}
