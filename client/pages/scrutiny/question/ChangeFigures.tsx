import '../../../styles/changeFigures.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { figureInWords } from '../../../../shared/figures/figureInWords.ts'
import type { FigureRequest } from '../../../../shared/figures/figureRequest.ts'
import type { Question } from '../../../../shared/scrutiny/question.ts'
import { mostFigures } from '../../../../shared/scrutiny/questionDraft.ts'
import { ConflictPanel } from '../../../drafts/ConflictPanel.tsx'
import { FormButtons } from '../../../forms/FormButtons.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { api, type Session } from '../../../trpc.ts'
import { ChooseFigure } from './ChooseFigure.tsx'
import { FigureList } from './FigureList.tsx'

type Figures = readonly FigureRequest[]

interface Props {
  readonly question: Question
  readonly session: Session
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Chooses the figures of a draft anew. Nothing is kept until it is said so, and nobody else's choice is lost. */
export function ChangeFigures({ question, session, onDone, onCancel }: Props) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const metrics = useQuery(api.metrics.queryOptions()).data
  const feeds = useQuery(api.feeds.queryOptions()).data
  const names = { metrics: metrics ?? [], feeds: feeds ?? [], partnership: session.partnership }
  const [over, setOver] = useState<Figures>(() => question.figures.map(({ request }) => request))
  const [figures, setFigures] = useState(over)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [conflict, setConflict] = useState<{ theirs: Figures; by: string } | null>(null)
  const save = useMutation(
    api.questions.setFigures.mutationOptions({
      onSuccess(answer) {
        if (answer.saved) return onDone()
        setConflict(answer)
      },
    }),
  )
  useEffect(() => heading.current?.focus(), [])
  const put = (next: Figures, words: string) => {
    setFigures(next)
    setSaid(words)
    setProblem(null)
  }
  const send = (next: Figures, seen: Figures) => {
    if (next.length === 0) return setProblem('A question rests on a figure: add at least one.')
    save.mutate({ number: question.number, figures: [...next], over: [...seen] })
  }
  const settle = (next: Figures) => {
    if (conflict === null) return
    setOver(conflict.theirs)
    setConflict(null)
    put(next, '')
    send(next, conflict.theirs)
  }
  const both = conflict === null ? [] : distinct([...conflict.theirs, ...figures])
  const add = (request: FigureRequest): string | null => {
    if (distinct([...figures, request]).length === figures.length) return 'This figure is there already.'
    const { subject } = figureInWords(request, names)
    put([...figures, request], `Added as ${figures.length + 1} of ${figures.length + 1}: ${subject}`)
    return null
  }
  return (
    <section className="chfigs noprint" aria-labelledby={id}>
      <h2 className="h3" id={id} ref={heading} tabIndex={-1}>
        The figures it rests on
      </h2>
      {(!metrics || !feeds) && <p className="mut">The measures are on their way …</p>}
      {metrics && feeds && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send(figures, over)
          }}
        >
          <FigureList figures={figures} names={names} session={session} onChange={put} />
          {figures.length === 0 && <p className="mut">None is left.</p>}
          {figures.length < mostFigures ? (
            <ChooseFigure metrics={metrics} names={names} session={session} onAdd={add} />
          ) : (
            <p className="kick">
              A question rests on no more than {mostFigures} figures. Take one out to add another.
            </p>
          )}
          <p className="kick" role="status">
            {said}
          </p>
          <FormProblem message={problem ?? save.error?.message ?? null} />
          <ConflictPanel
            draft={{
              conflict: conflict && { mine: figures, theirs: conflict.theirs, by: conflict.by },
              keepMine: () => settle(figures),
              takeTheirs: onDone,
              keepBoth: both.length > mostFigures ? null : () => settle(both),
            }}
            what="the figures"
            did="chose"
            show={(each) => <FigureList figures={each} names={names} session={session} />}
          />
          {conflict === null && (
            <FormButtons submit="Keep these figures" disabled={save.isPending} onCancel={onCancel} />
          )}
        </form>
      )}
    </section>
  )
}

function distinct(figures: Figures): Figures {
  return [...new Map(figures.map((each) => [JSON.stringify(each), each])).values()]
}
