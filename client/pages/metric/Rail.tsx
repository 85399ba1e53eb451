import '../../styles/rail.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { readingsOf } from '../../../shared/metrics/companionReadings.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { MetricSearch } from '../../address/metricSearch.ts'
import { letteredEvents } from '../../charts/controlChart/letteredEvents.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { statusWords } from '../../../shared/figures/pointMarker.ts'
import { restatementSentence } from '../../../shared/figures/restatementSentence.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { spannedSentence } from '../../../shared/figures/spannedSentence.ts'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { api, type Session } from '../../trpc.ts'
import { AddNote } from './AddNote.tsx'
import { Completion } from './Completion.tsx'
import { polarityWords } from './polarityWords.ts'
import { railFacts } from './railFacts.ts'

const mostCorrections = 6

interface Props {
  readonly page: MetricPage
  readonly search: MetricSearch
  readonly session: Session | undefined
}

/** The summary beside the chart: the latest value and what it is to be read against. */
export function Rail({ page, search, session }: Props) {
  const { metric, result, chart } = page
  const points = result.series[0]?.points ?? []
  const latest = points.findLast(({ value }) => value !== null)
  const newest = points.at(-1)
  const measured: Measured = { unit: metric.unit, basis: result.query.basis }
  const grain = result.query.grain
  const say = (value: number | null) => (value === null ? 'none' : formatValue(value, measured))
  const flags = letteredEvents(
    page.calendar,
    points.map(({ period }, x) => ({ period, x })),
    grain,
  )
  // A correction too small to be seen in the figure as it is written is left to the table.
  const corrections = page.restatements
    .filter(({ was, now }) => say(was) !== say(now))
    .toSorted((a, b) => b.period.localeCompare(a.period))
  const warning = spannedSentence(page.spanned.find(({ period }) => period === latest?.period)?.events)
  const steps = chart.refused === null ? chart.segments.slice(1) : []
  return (
    <>
      {latest && latest.value !== null && (
        <section>
          <h2 className="rh">
            {periodLabel(latest.period, grain)}
            {latest.status === 'provisional' && ', provisional'}
          </h2>
          <p className="big">
            <b>{formatValue(latest.value, measured)}</b>
            <span className="mut">{unitWords(metric, result.query.basis, latest.value)}</span>
          </p>
          <p className="rv">
            <VariationMark variation={chart.variation} detail />
          </p>
          {newest && newest.value === null && (
            <p className="fs">
              {periodLabel(newest.period, grain)}: {newest.reason ?? statusWords(newest.status)}
            </p>
          )}
        </section>
      )}
      <section>
        <dl className="kv">
          {railFacts(page).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {warning !== undefined && <p className="fs warned">{warning}</p>}
      </section>
      <section>
        <h2 className="rh">Better or worse?</h2>
        <p className="fs">{polarityWords(metric.polarity)}</p>
        {metric.polarity.direction === 'neutral' && readingsOf(metric.id).length > 0 && (
          <p className="fs noprint">
            <Link to="/compare" search={{ of: metric.id, area: search.area }}>
              Is the change good news?
            </Link>
          </p>
        )}
      </section>
      {(flags.length > 0 || session?.viewer.role === 'analyst') && (
        <section>
          <h2 className="rh">Events marked on the chart</h2>
          {flags.length === 0 && <p className="fs">None in these months.</p>}
          <ul className="ev">
            {flags.map(({ letter, event }) => (
              <li key={letter}>
                <span className="ltr">{letter}</span>
                <span>
                  <b>{periodLabel(event.month, 'month')}.</b> {event.title}
                  {event.certain ? '.' : ' (date not checked at its source).'}
                  {event.note && <span className="mut"> Noted by {event.note.by}.</span>}
                </span>
              </li>
            ))}
          </ul>
          <AddNote page={page} session={session} />
        </section>
      )}
      {steps.length > 0 && (
        <section>
          <h2 className="rh">Why the average restarts</h2>
          <ul className="ev plainlist">
            {steps.map((step) => (
              <li key={step.start}>
                <b>{periodLabel(step.start, grain)}.</b> {step.reason ?? 'No reason was given.'}
              </li>
            ))}
          </ul>
        </section>
      )}
      {corrections.length > 0 && (
        <section>
          <h2 className="rh">Restated figures</h2>
          <ul className="ev plainlist">
            {corrections.slice(0, mostCorrections).map((each) => (
              <li key={`${each.period}-${each.submission}`}>
                <b>{periodLabel(each.period, grain)}:</b> {restatementSentence(each, say)}
              </li>
            ))}
          </ul>
          {corrections.length > mostCorrections && (
            <p className="kick">
              And {corrections.length - mostCorrections} more, all marked [r] in the table.
            </p>
          )}
        </section>
      )}
      {page.completion !== null && page.completion.estimates.length > 0 && (
        <Completion completion={page.completion} measured={measured} grain={grain} />
      )}
      <Companions ids={metric.companions} search={search} />
    </>
  )
}

function Companions({ ids, search }: { ids: readonly string[]; search: MetricSearch }) {
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const found = metrics.filter(({ id }) => ids.includes(id))
  if (found.length === 0) return null
  return (
    <section>
      <h2 className="rh">Read beside</h2>
      <ul className="ev plainlist">
        {found.map(({ id, name }) => (
          <li key={id}>
            <Link to="/metrics/$metric" params={{ metric: id }} search={{ area: search.area }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
