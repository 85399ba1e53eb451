import '../../styles/metric.css'
import '../../styles/packs.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { may } from '../../../shared/access/permission.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { PackMark } from '../../../shared/packs/pack.ts'
import { reportFormats, type ReportFormat } from '../../../shared/report/reportFormat.ts'
import { takeMade } from '../../export/takeFile.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { ReportView } from '../../report/ReportView.tsx'
import { api } from '../../trpc.ts'
import { packNumber } from './packNumber.ts'

const words: Readonly<Record<ReportFormat, string>> = { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel' }

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
  return (
    <div className="reportbar noprint">
      <p className="left">
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
      </p>
      {draft ? <DraftFiles pack={pack} /> : <PublishedFiles pack={pack} pdf={pdf} />}
      <button type="button" className="btn" onClick={() => window.print()}>
        {pdf ? 'Print' : 'Print or PDF'}
      </button>
      {!draft && !pdf && (
        <p className="kick">
          The Word, PowerPoint and Excel files are the very ones that were published. No PDF is kept with them
          yet: your browser prints one anew
          {makes ? ', and the first that pack:pdf prints on a server with a browser is kept' : ''}.
        </p>
      )}
    </div>
  )
}

function PublishedFiles({ pack, pdf }: Pick<BarProps, 'pack' | 'pdf'>) {
  const files = [
    ...reportFormats.map((format) => ({ format, label: words[format] })),
    ...(pdf ? [{ format: 'pdf', label: 'PDF' }] : []),
  ]
  return files.map(({ format, label }) => (
    <a key={format} className="btn" href={`/api/packs/${pack.number}/file/${format}`} download>
      {label}
    </a>
  ))
}

function DraftFiles({ pack }: { pack: PackMark }) {
  const [at, setAt] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const [said, setSaid] = useState('')
  const running = useRef<AbortController | null>(null)
  const take = async (format: ReportFormat) => {
    const controller = new AbortController()
    running.current = controller
    setAt({ done: 0, total: 1 })
    setSaid('')
    try {
      await takeMade(
        { address: `/api/packs/${pack.number}/exports`, request: { format } },
        { signal: controller.signal, onProgress: setAt },
      )
      setSaid('The file has been downloaded.')
    } catch (error) {
      setSaid(
        controller.signal.aborted
          ? 'Cancelled. No file was made.'
          : `The file could not be made: ${error instanceof Error ? error.message : String(error)}`,
      )
    } finally {
      setAt(null)
    }
  }
  return (
    <>
      <span className="sr" role="status">
        {said}
      </span>
      {at === null ? (
        reportFormats.map((format) => (
          <button key={format} type="button" className="btn" onClick={() => void take(format)}>
            {words[format]}
          </button>
        ))
      ) : (
        <>
          <label className="making">
            Making the file <progress value={at.done} max={at.total} />
          </label>
          <button type="button" className="btn" onClick={() => running.current?.abort()}>
            Cancel
          </button>
        </>
      )}
      {said.startsWith('The file could not') && <p className="problemline">{said}</p>}
    </>
  )
}
