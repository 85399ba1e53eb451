import '../../styles/packs.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { may } from '../../../shared/access/permission.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { PackMark } from '../../../shared/packs/pack.ts'
import { reportFormats } from '../../../shared/report/reportFormat.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { formatWords } from '../../report/formatWords.ts'
import { ReportBar } from '../../report/ReportBar.tsx'
import { ReportFiles } from '../../report/ReportFiles.tsx'
import { ReportView } from '../../report/ReportView.tsx'
import { api } from '../../trpc.ts'
import { packNumber } from './packNumber.ts'

/** A pack as the board reads it, and the ways to take it along. */
export function PackViewPage() {
  const { id } = useParams({ from: '/reports/packs/$id/view' })
  const pack = packNumber(id)
  const session = useSession()
  const busy = useBusy()
  const query = useQuery(
    api.packs.report.queryOptions({ pack }, { enabled: pack > 0, refetchOnMount: 'always', retry: false }),
  )
  const { data } = query
  useTitle(data?.report.title ?? 'Pack')
  return (
    <main id="main" className="wrap packview" tabIndex={-1} aria-busy={busy && data === undefined}>
      {query.isError && data === undefined && (
        <>
          <h1 className="h1">This pack cannot be shown</h1>
          <Problem error={query.error} what="The pack" />
        </>
      )}
      {data && (
        <>
          <Bar
            pack={data.pack}
            pdf={data.pdf}
            makes={session !== undefined && may(session.viewer.role, 'data')}
          />
          <ReportView report={data.report} />
        </>
      )}
    </main>
  )
}

interface BarProps {
  readonly pack: PackMark
  /** Whether a PDF is kept with the published files. */
  readonly pdf: boolean
  readonly makes: boolean
}

function Bar({ pack, pdf, makes }: BarProps) {
  const draft = pack.status === 'draft'
  const from = (
    <>
      <Link to="/reports">Reports</Link>
      {draft && makes && (
        <>
          &nbsp;/&nbsp;
          <Link to="/reports/packs/$id" params={{ id: String(pack.number) }}>
            Back to the draft
          </Link>
        </>
      )}
      {!draft && pack.publishedAt !== null && (
        <span className="mut">
          &nbsp;/&nbsp;published {formatDate(pack.publishedAt)} by {pack.publishedBy}
        </span>
      )}
    </>
  )
  return (
    <ReportBar
      from={from}
      print={pdf ? 'Print' : 'Print or PDF'}
      note={
        !draft &&
        !pdf && (
          <p className="kick">
            The Word, PowerPoint and Excel files are the very ones that were published. No PDF is kept with
            them yet: your browser prints one anew
            {makes ? ', and the first that pack:pdf prints on a server with a browser is kept' : ''}.
          </p>
        )
      }
    >
      {draft ? (
        <ReportFiles address={`/api/packs/${pack.number}/exports`} formats={reportFormats} />
      ) : (
        <PublishedFiles pack={pack} pdf={pdf} />
      )}
    </ReportBar>
  )
}

function PublishedFiles({ pack, pdf }: Pick<BarProps, 'pack' | 'pdf'>) {
  const files = [
    ...reportFormats.map((format) => ({ format, label: formatWords[format] })),
    ...(pdf ? [{ format: 'pdf', label: 'PDF' }] : []),
  ]
  return files.map(({ format, label }) => (
    <a key={format} className="btn" href={`/api/packs/${pack.number}/file/${format}`} download>
      {label}
    </a>
  ))
}
