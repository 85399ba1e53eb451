import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import { movementSentence } from '../../../../shared/scrutiny/movement.ts'
import type { Figure } from '../../../../shared/figures/figure.ts'
import type { FigureRequest } from '../../../../shared/figures/figureRequest.ts'
import type { FigureSince, Question } from '../../../../shared/scrutiny/question.ts'
import { FigureDrawing } from '../../../charts/figureChart/FigureDrawing.tsx'
import { OnceVisible } from '../../../parts/OnceVisible.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { useSession } from '../../../parts/useSession.ts'
import { useWidth } from '../../../parts/useWidth.ts'
import { api } from '../../../trpc.ts'
import { fetchCitation } from '../../citation/fetchCitation.ts'
import { MovementMark } from '../MovementMark.tsx'
import { ChangeFigures } from './ChangeFigures.tsx'
import { SinceFacts } from './SinceFacts.tsx'

interface Props {
  readonly question: Question
  readonly writes: boolean
  readonly onChanged: () => void
}

/** The figures that a question rests on: frozen when it was asked, with what became of them. */
export function Evidence({ question, writes, onChanged }: Props) {
  const { number, status, figures, askedAt } = question
  const asked = askedAt !== null && figures.some(({ citation }) => citation !== null)
  const since = useQuery(
    api.questions.since.queryOptions({ number }, { enabled: asked, refetchOnMount: 'always' }),
  )
  const session = useSession()
  const [changing, setChanging] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const left = useRef(false)
  useEffect(() => {
    if (!left.current) return
    left.current = false
    ;(button.current ?? heading.current)?.focus()
  }, [changing])
  const leave = () => {
    left.current = true
    setChanging(false)
  }
  return (
    <aside className="qevidence" aria-labelledby="evidence">
      <div className="headrow">
        <h2 ref={heading} className="h2" id="evidence" tabIndex={-1}>
          {asked ? 'What happened since' : 'The evidence'}
        </h2>
        {writes && status === 'draft' && !changing && (
          <button ref={button} type="button" className="btn noprint" onClick={() => setChanging(true)}>
            Change figures
          </button>
        )}
      </div>
      {changing && session && (
        <ChangeFigures
          question={question}
          session={session}
          onDone={() => {
            leave()
            onChanged()
          }}
          onCancel={leave}
        />
      )}
      {figures.length === 0 && <p className="mut">No figure is linked to this question.</p>}
      {since.isError && (
        <Problem error={since.error} what="What happened since" onRetry={() => void since.refetch()} />
      )}
      {figures.map(({ place, citation, request }) => {
        const told = since.data?.figures.find((each) => each.place === place)?.since
        return (
          <section key={JSON.stringify(request)} className="qfig">
            {citation === null ? (
              <OnceVisible>
                <DraftFigure number={number} place={place} request={request} />
              </OnceVisible>
            ) : (
              <>
                {told && <Told since={told} />}
                <OnceVisible>
                  <FrozenFigure citation={citation} />
                </OnceVisible>
              </>
            )}
          </section>
        )
      })}
      {asked && (
        <p className="kick">
          A measure that moved after a question was asked did not necessarily move because of it. Nothing is
          said where there are fewer than 12 final figures before and 7 after.
        </p>
      )}
    </aside>
  )
}

function Told({ since }: { since: FigureSince }) {
  return (
    <>
      <p className="qmeasure">{since.measure}</p>
      <MovementMark movement={since.movement} size={22} />
      <p className="small">{movementSentence(since.movement)}</p>
      <SinceFacts since={since} />
    </>
  )
}

interface DraftProps {
  readonly number: number
  readonly place: number
  readonly request: FigureRequest
}

/** What would be frozen now. */
function DraftFigure({ number, place, request }: DraftProps) {
  const { metric, areas } = request.query
  const query = useQuery(api.questions.evidence.queryOptions({ number, place }, { refetchOnMount: 'always' }))
  // What was held for this place may be of the figure that stood there before.
  const figure = query.isFetchedAfterMount ? query.data : undefined
  return (
    <figure className="fig">
      {query.isError && <p className="mut">The figure cannot be shown: {query.error.message}</p>}
      {figure === null && <p className="mut">This figure has no answer any more.</p>}
      {figure && (
        <>
          <p className="figtitle">{figure.title}</p>
          <p className="sub">
            {figure.subtitle}. <b>{figure.state}</b>
          </p>
          <Drawn figure={figure} />
          <figcaption className="src">
            <span>
              <Link to="/metrics/$metric" params={{ metric }} search={{ area: areas[0] }}>
                {figure.metric.name}
              </Link>
              . It is frozen as it then is when the question is asked.
            </span>
            <span>
              <b>Source.</b> {figure.source}
            </span>
          </figcaption>
        </>
      )}
    </figure>
  )
}

function FrozenFigure({ citation }: { citation: string }) {
  const query = useQuery({
    queryKey: ['citation', citation],
    queryFn: ({ signal }) => fetchCitation(citation, signal),
    retry: false,
  })
  const figure = query.data?.figure
  return (
    <figure className="fig">
      {query.isError && <p className="mut">The frozen figure cannot be shown: {query.error.message}</p>}
      {figure && (
        <>
          <p className="sub">
            As it was on {formatDate(query.data?.citedAt ?? '')}. <b>{figure.state}</b>
          </p>
          <Drawn figure={figure} />
          <figcaption className="src">
            <span>
              <Link to="/c/$id" params={{ id: citation }}>
                The figure as it was, with its numbers
              </Link>
            </span>
            <span>
              <b>Source.</b> {figure.source}
            </span>
          </figcaption>
        </>
      )}
    </figure>
  )
}

function Drawn({ figure }: { figure: Figure }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  return <div ref={ref}>{width > 0 && <FigureDrawing figure={figure} width={width} />}</div>
}
