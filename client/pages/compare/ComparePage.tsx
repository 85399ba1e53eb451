import '../../styles/chartSpace.css'
import '../../styles/figure.css'
import '../../styles/compare.css'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { metricPageOptions } from '../../figures/figureQueries.ts'
import { CompareFilters } from '../../filters/CompareFilters.tsx'
import { CopyLink } from '../../parts/CopyLink.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useEdition } from '../../parts/useEdition.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'
import { EmptyPage } from '../EmptyPage.tsx'
import { compared } from './compared.ts'
import { CompareFigure } from './CompareFigure.tsx'
import { compareSentence } from './compareSentence.ts'
import { lineQuery, linesOf } from './compareQueries.ts'
import { dimensionsOf } from '../../../shared/feeds/dimensionsOf.ts'
import { EventTest } from './EventTest.tsx'
import { LineList } from './LineList.tsx'
import { Questions } from './Questions.tsx'
import { RiseQuestion } from './RiseQuestion.tsx'
import { useTraining } from './useTraining.ts'

/** Several measures, areas or parts over the same months, with the events that lie over them. */
export function ComparePage() {
  const search = useSearch({ from: '/compare' })
  const navigate = useNavigate({ from: '/compare' })
  const session = useSession()
  const { number: edition, known } = useEdition()
  const metrics = useQuery(api.metrics.queryOptions()).data
  const feeds = useQuery(api.feeds.queryOptions()).data
  const ids = new Set(metrics?.map(({ id }) => id))
  const lines = linesOf(search).filter(({ metric }) => metrics === undefined || ids.has(metric))
  const pages = useQueries({
    queries: lines.map((line) => ({
      ...metricPageOptions(edition, lineQuery(line, search, edition)),
      enabled: known && session?.empty === false,
    })),
  })
  const busy = useBusy()
  const subject = metrics?.find(({ id }) => id === search.of)
  useTitle(subject ? `Is the change good news? ${subject.name}` : 'Compare')
  const answers = lines.flatMap((line, index) => {
    const page = pages[index]?.data
    const feed = feeds?.find(({ id }) => id === page?.metric.feed)
    return page ? [{ line, page, onlyLabel: feed ? dimensionsOf(feed).labelOf(line.only) : null }] : []
  })
  const whole = compared(answers, search.grain ?? 'month')
  const training = useTraining(lines, whole.periods, { search, edition })
  const failed = pages.flatMap(({ error, refetch }, index) =>
    error ? [{ error, refetch, line: lines[index] }] : [],
  )
  if (session?.empty === true) return <EmptyPage />
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  return (
    <>
      <CompareFilters search={search} session={session} onChoose={choose} />
      <main id="main" className="wrap comparepage" tabIndex={-1} aria-busy={busy}>
        <div className="chead">
          <div>
            <h1 className="h1">
              {compareSentence(whole, { subject, waiting: answers.length < lines.length })}
            </h1>
          </div>
          <div className="row noprint">
            <CopyLink />
          </div>
        </div>
        {failed.map(({ error, refetch, line }) => (
          <Problem
            key={JSON.stringify(line)}
            error={error}
            what={metrics?.find(({ id }) => id === line?.metric)?.name ?? 'One line'}
            holds="The other lines are shown."
            onRetry={() => void refetch()}
          />
        ))}
        {subject && (
          <RiseQuestion subject={subject} search={search} session={session} metrics={metrics ?? []} />
        )}
        {lines.length > 0 && (
          <CompareFigure
            whole={whole}
            count={lines.length}
            search={search}
            onChoose={choose}
            training={edition === null ? training : null}
          />
        )}
        {lines.length === 0 && metrics && <Questions metrics={metrics} />}
        {metrics && feeds && session && (
          <LineList lines={lines} metrics={metrics} feeds={feeds} session={session} onChoose={choose} />
        )}
        {whole.lines.length > 0 && edition === null && (
          <EventTest whole={whole} search={search} onChoose={choose} />
        )}
      </main>
    </>
  )
}
