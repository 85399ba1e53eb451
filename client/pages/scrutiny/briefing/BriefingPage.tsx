import '../../../styles/forms.css'
import '../../../styles/ledger.css'
import '../../../styles/briefing.css'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Briefing, BriefingField } from '../../../../shared/scrutiny/briefing.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { useBusy } from '../../../parts/useBusy.ts'
import { useTitle } from '../../../parts/useTitle.ts'
import { ReportBar } from '../../../report/ReportBar.tsx'
import { ReportFiles } from '../../../report/ReportFiles.tsx'
import { ReportView } from '../../../report/ReportView.tsx'
import { api, server } from '../../../trpc.ts'
import { DraftField } from '../DraftField.tsx'
import { ScrutinyTabs } from '../ScrutinyTabs.tsx'
import { ChooseQuestions } from './ChooseQuestions.tsx'

/** A briefing: what goes into it, and below that the briefing itself as it is read and printed. */
export function BriefingPage() {
  const { id } = useParams({ from: '/scrutiny/briefings/$id' })
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  const client = useQueryClient()
  const query = useQuery(
    api.briefings.one.queryOptions(
      { number },
      { enabled: number > 0, refetchOnMount: 'always', refetchInterval: 20_000, retry: false },
    ),
  )
  const report = useQuery(
    api.briefings.report.queryOptions(
      { number },
      { enabled: number > 0, refetchOnMount: 'always', retry: false, placeholderData: keepPreviousData },
    ),
  )
  const busy = useBusy()
  const briefing = query.data
  useTitle(briefing?.texts.title.value ?? 'Briefing')
  const again = () => client.invalidateQueries({ queryKey: api.briefings.pathKey() })
  return (
    <main id="main" className="wrap briefing" tabIndex={-1} aria-busy={busy && report.data === undefined}>
      <ScrutinyTabs />
      {(number === 0 || (query.isError && briefing === undefined)) && (
        <>
          <h1 className="h1">This briefing cannot be shown</h1>
          <Problem error={query.error ?? 'There is no such briefing.'} what="The briefing" />
        </>
      )}
      {briefing && (
        <>
          <ReportBar from={<Link to="/scrutiny/meetings">Meetings and briefings</Link>}>
            <ReportFiles address={`/api/briefings/${number}/exports`} formats={['docx']} />
          </ReportBar>
          <details className="brbuild noprint">
            <summary>
              <h2 className="h3">What goes into it</h2>
            </summary>
            <Words briefing={briefing} onSaved={() => void again()} />
            <ChooseQuestions briefing={briefing} onChosen={again} />
          </details>
        </>
      )}
      {report.isError && report.data === undefined && query.data && (
        <Problem error={report.error} what="The briefing" onRetry={() => void report.refetch()} />
      )}
      {report.data && <ReportView report={report.data} />}
    </main>
  )
}

function Words({ briefing, onSaved }: { briefing: Briefing; onSaved: () => void }) {
  const { number, texts } = briefing
  const field = (name: BriefingField, label: string, most: number, kind: 'line' | 'text') => (
    <DraftField
      label={label}
      name={`briefing ${number} ${name}`}
      kept={texts[name]}
      save={(value, version) => server.briefings.save.mutate({ number, field: name, value, version })}
      onSaved={onSaved}
      kind={kind}
      rows={5}
      most={most}
    />
  )
  return (
    <>
      <div className="qpair">
        {field('title', 'Title', 200, 'line')}
        {field('meeting', 'Meeting', 200, 'line')}
      </div>
      {field('introduction', 'Introduction', 10_000, 'text')}
    </>
  )
}
