import '../../styles/editions.css'
import '../../styles/forms.css'
import '../../styles/packs.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may } from '../../../shared/access/permission.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { PackMark } from '../../../shared/packs/pack.ts'
import { Problem } from '../../parts/Problem.tsx'
import { ReportTabs } from '../../parts/ReportTabs.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'
import { StartPack } from './StartPack.tsx'

/** The packs of every meeting, and the way to the next one. */
export function ReportsPage() {
  useTitle('Reports')
  const session = useSession()
  const busy = useBusy()
  const packs = useQuery(api.packs.list.queryOptions(undefined, { refetchOnMount: 'always' }))
  const makes = session !== undefined && may(session.viewer.role, 'data')
  const drafts = packs.data?.filter(({ status }) => status === 'draft') ?? []
  const published = packs.data?.filter(({ status }) => status === 'published') ?? []
  const [newest] = published
  return (
    <main id="main" className="wrap editions packs" tabIndex={-1} aria-busy={busy}>
      <ReportTabs />
      <section aria-labelledby="packs">
        <h1 className="h1" id="packs">
          {packs.data === undefined
            ? 'Meeting packs'
            : newest
              ? `The latest pack is for the meeting of ${formatDate(newest.meetingDate)}`
              : 'No meeting pack has been published yet'}
        </h1>
        <p className="dek">
          A pack is what the board reads before a meeting: figures with commentary, what changed and what has
          been corrected. A published pack is never changed; its files can be taken again byte for byte.
          {session?.synthetic === true && ' Synthetic sample data.'}
        </p>
        {packs.isError && (
          <Problem error={packs.error} what="The list of packs" onRetry={() => void packs.refetch()} />
        )}
        {published.length > 0 && <PackTable packs={published} caption="Published packs" />}
      </section>
      {makes && drafts.length > 0 && (
        <section className="sect" aria-labelledby="drafts">
          <h2 className="h2" id="drafts">
            In preparation
          </h2>
          <PackTable packs={drafts} caption="Drafts" />
        </section>
      )}
      {makes && <StartPack session={session} last={newest} />}
    </main>
  )
}

function PackTable({ packs, caption }: { packs: readonly PackMark[]; caption: string }) {
  return (
    <ScrollBox label={caption}>
      <table className="plain">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Meeting</th>
            <th scope="col">Title</th>
            <th scope="col">Edition</th>
            <th scope="col">{packs[0]?.status === 'draft' ? 'Begun by' : 'Published'}</th>
            <th scope="col">Take</th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => {
            const params = { id: String(pack.number) }
            const draft = pack.status === 'draft'
            return (
              <tr key={pack.number}>
                <td className="nb">{formatDate(pack.meetingDate)}</td>
                <th scope="row">
                  <Link to={draft ? '/reports/packs/$id' : '/reports/packs/$id/view'} params={params}>
                    {pack.title}
                  </Link>
                </th>
                <td>
                  <Link to="/editions/$number" params={{ number: String(pack.edition) }}>
                    Edition {pack.edition}
                  </Link>
                </td>
                <td>
                  {draft
                    ? pack.createdBy
                    : `${pack.publishedAt === null ? '' : formatDate(pack.publishedAt)} by ${pack.publishedBy ?? ''}`}
                </td>
                <td className="nb">
                  {draft ? (
                    <Link to="/reports/packs/$id/view" params={params}>
                      Preview<span className="sr"> of {pack.title}</span>
                    </Link>
                  ) : (
                    <>
                      <File pack={pack} format="docx" words="Word" />
                      {' · '}
                      <File pack={pack} format="pptx" words="PowerPoint" />
                      {' · '}
                      <File pack={pack} format="xlsx" words="Excel" />
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function File({ pack, format, words }: { pack: PackMark; format: string; words: string }) {
  return (
    <a href={`/api/packs/${pack.number}/file/${format}`} download aria-label={`${pack.title} as ${words}`}>
      {words}
    </a>
  )
}
