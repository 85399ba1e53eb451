import '../../styles/crumb.css'
import '../../styles/forms.css'
import '../../styles/packs.css'
import '../../styles/report.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { introduction, type Pack } from '../../../shared/packs/pack.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api, type Session } from '../../trpc.ts'
import { AddFigure } from './AddFigure.tsx'
import { ListQuestions } from './ListQuestions.tsx'
import { PackItemEditor } from './PackItemEditor.tsx'
import { PackTextEditor } from './PackTextEditor.tsx'
import { PackTitle } from './PackTitle.tsx'
import { PublishPack } from './PublishPack.tsx'
import { packNumber } from './packNumber.ts'

const askEvery = 8_000

/** Where a pack is made: its figures in order, what is written about each, and the way to the board. */
export function PackBuilderPage() {
  const { id } = useParams({ from: '/reports/packs/$id' })
  const pack = packNumber(id)
  const session = useSession()
  const busy = useBusy()
  const query = useQuery(
    api.packs.one.queryOptions({ pack }, { enabled: pack > 0, refetchOnMount: 'always', retry: false }),
  )
  const revision = useQuery(
    api.packs.revision.queryOptions(
      { pack },
      { enabled: query.data?.status === 'draft', refetchInterval: askEvery, retry: false },
    ),
  )
  const { data, refetch } = query
  const behind = data !== undefined && revision.data !== undefined && revision.data > data.revision
  useEffect(() => {
    // Somebody else, or another window, has gone on with it.
    if (behind) void refetch()
  }, [behind, refetch])
  useTitle(data ? `Pack: ${data.title}` : 'Pack')
  return (
    <main id="main" className="wrap packs" tabIndex={-1} aria-busy={busy && data === undefined}>
      <div className="crumb">
        <span>
          <Link to="/reports">Reports</Link>
          {data && <>&nbsp;/&nbsp;{formatDate(data.meetingDate)}</>}
        </span>
      </div>
      {query.isError && data === undefined && (
        <>
          <h1 className="h1">This pack cannot be shown</h1>
          <Problem error={query.error} what="The pack" />
        </>
      )}
      {data && session && <Builder pack={data} session={session} />}
    </main>
  )
}

function Builder({ pack, session }: { pack: Pack; session: Session }) {
  const params = { id: String(pack.number) }
  if (pack.status === 'published')
    return (
      <>
        <h1 className="h1">{pack.title}</h1>
        <p className="dek">
          This pack has been published and is not changed any more.{' '}
          <Link to="/reports/packs/$id/view" params={params}>
            Read it
          </Link>
        </p>
      </>
    )
  const flagged = pack.items.filter(({ flag }) => flag !== null).length
  const edition = session.editions.find(({ number }) => number === pack.edition)
  return (
    <>
      <PackTitle pack={pack} />
      <p className="dek">
        Figures from the edition{' '}
        <Link to="/editions/$number" params={{ number: String(pack.edition) }}>
          {edition?.title ?? pack.edition}
        </Link>
        , for {formatDate(pack.meetingDate)}. Everything is saved as you write.
        {pack.synthetic && ' Synthetic sample data.'}
      </p>
      {flagged > 0 && (
        <p className="flagline" role="status">
          {flagged === 1
            ? 'One figure has moved since its commentary was written.'
            : `${flagged} figures have moved since their commentary was written.`}{' '}
          Read each again before the pack is published.
        </p>
      )}
      <div className="builder">
        <div>
          <section aria-labelledby="introduction">
            <h2 className="h2" id="introduction">
              Introduction
            </h2>
            <PackTextEditor
              key={`${pack.number} introduction`}
              pack={pack.number}
              place={introduction}
              label="Introduction"
              kept={pack.introduction}
            />
          </section>
          <section className="sect" aria-labelledby="figures">
            <h2 className="h2" id="figures">
              {pack.items.length === 0
                ? 'No figure has been added yet'
                : pack.items.length === 1
                  ? 'One figure'
                  : `${pack.items.length} figures`}
            </h2>
            <ol className="items">
              {pack.items.map((item, at) => (
                <PackItemEditor key={item.id} pack={pack.number} item={item} at={at} of={pack.items.length} />
              ))}
            </ol>
          </section>
        </div>
        <aside aria-label="Build the pack">
          <PublishPack pack={pack} />
          <AddFigure pack={pack} session={session} />
          <section className="whatelse" aria-labelledby="whatelse">
            <h2 className="h3" id="whatelse">
              Also in the pack
            </h2>
            <p>
              Cover, contents, what changed, corrections since the last pack, definitions and the numbers
              behind every chart are put together by themselves.
            </p>
            <ListQuestions pack={pack} />
          </section>
        </aside>
      </div>
    </>
  )
}
