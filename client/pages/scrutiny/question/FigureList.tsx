import { useRef } from 'react'
import { figureInWords } from '../../../../shared/figures/figureInWords.ts'
import type { FigureRequest } from '../../../../shared/figures/figureRequest.ts'
import type { FigureNames } from '../../../../shared/figures/figureViews.ts'
import { OrderTools } from '../../../forms/OrderTools.tsx'
import type { Session } from '../../../trpc.ts'
import { usualSource } from './ChooseFigure.tsx'

interface Props {
  readonly figures: readonly FigureRequest[]
  readonly names: FigureNames
  readonly session: Session
  /** Absent where they are only read. */
  readonly onChange?: (figures: readonly FigureRequest[], said: string) => void
}

/** The figures of a question by name, in their order; where they may be changed, with the means to. */
export function FigureList({ figures, names, session, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const source = (edition: number | null) =>
    edition === null
      ? usualSource(session)
      : `From ${session.editions.find(({ number }) => number === edition)?.title ?? `edition ${edition}`}`
  const takeOut = (at: number, subject: string) => {
    onChange?.(
      figures.filter((_, place) => place !== at),
      `Taken out: ${subject}`,
    )
    // The button that was pressed goes with its figure.
    const items = list.current?.children ?? []
    const next = items[at + 1] ?? items[at - 1]
    const heading = list.current?.closest('section')?.querySelector<HTMLElement>('h2')
    ;(next?.querySelector<HTMLElement>('.ordertools .link') ?? heading)?.focus()
  }
  return (
    <ol ref={list} className="figlist">
      {figures.map((request, at) => {
        const { subject, drawn } = figureInWords(request, names)
        return (
          <li key={JSON.stringify(request)}>
            <b>{subject}</b>
            <span>
              {drawn}. {source(request.edition)}.
            </span>
            {onChange && (
              <OrderTools
                name={`${subject}, ${drawn}`}
                at={at}
                of={figures.length}
                onMove={(by) =>
                  onChange(
                    figures.with(at, figures[at + by] ?? request).with(at + by, request),
                    `Now ${at + by + 1} of ${figures.length}: ${subject}`,
                  )
                }
                onRemove={() => takeOut(at, subject)}
              />
            )}
          </li>
        )
      })}
    </ol>
  )
}
