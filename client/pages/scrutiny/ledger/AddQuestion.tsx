import '../../../styles/dialog.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { themes } from '../../../../shared/metrics/themes.ts'
import type { Theme } from '../../../../shared/metrics/metric.ts'
import { api, type Session } from '../../../trpc.ts'
import { areasFor, queryFor } from '../measureChoice.ts'

interface Props {
  readonly session: Session
  /** Those who have been asked before. */
  readonly askedOf: readonly string[]
  /** What it is about, where that is known. */
  readonly about?: { readonly metric: string; readonly area: string; readonly edition: number | null }
  readonly onClose: () => void
}

/** Where a question is first written down; everything else is added on its own page. */
export function AddQuestion({ session, askedOf, about, onClose }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const areas = areasFor(session)
  const [text, setText] = useState('')
  const [whom, setWhom] = useState('')
  const [metric, setMetric] = useState(about?.metric ?? '')
  const [area, setArea] = useState(about?.area ?? areas[0]?.code ?? '')
  const [theme, setTheme] = useState<Theme | ''>('')
  const chosen = metrics.find((each) => each.id === metric) ?? metrics[0]
  const create = useMutation(
    api.questions.create.mutationOptions({
      onSuccess: async ({ id: number }) => {
        await client.invalidateQueries({ queryKey: api.questions.pathKey() })
        await navigate({ to: '/scrutiny/questions/$id', params: { id: String(number) } })
      },
    }),
  )
  useEffect(() => ref.current?.showModal(), [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    create.mutate({
      text,
      theme: theme === '' ? chosen.theme : theme,
      askedOf: whom,
      suggestion: null,
      figures: [
        { view: 'chart', query: queryFor(chosen.id, area, session), edition: about?.edition ?? null },
      ],
    })
  }
  return (
    <dialog ref={ref} className="dialog wide" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form onSubmit={save} className="noteform">
        <h2 className="h3" id={`${id}-title`}>
          Write down a question
        </h2>
        <label className="fieldline" htmlFor={`${id}-text`}>
          The question
        </label>
        <textarea
          id={`${id}-text`}
          rows={3}
          required
          maxLength={600}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <label className="fieldline" htmlFor={`${id}-whom`}>
          Asked of
        </label>
        <input
          id={`${id}-whom`}
          type="text"
          list={`${id}-known`}
          maxLength={200}
          value={whom}
          onChange={(event) => setWhom(event.target.value)}
        />
        <datalist id={`${id}-known`}>
          {askedOf.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div className="pair">
          <div>
            <label className="fieldline" htmlFor={`${id}-metric`}>
              The figure it rests on
            </label>
            <select
              id={`${id}-metric`}
              value={chosen?.id ?? ''}
              onChange={(event) => setMetric(event.target.value)}
            >
              {themes.map((group) => (
                <optgroup key={group.id} label={group.label}>
                  {metrics
                    .filter((each) => each.theme === group.id)
                    .map((each) => (
                      <option key={each.id} value={each.id}>
                        {each.name}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </div>
          <div>
            <label className="fieldline" htmlFor={`${id}-area`}>
              Area
            </label>
            <select id={`${id}-area`} value={area} onChange={(event) => setArea(event.target.value)}>
              {areas.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        </div>
        <label className="fieldline" htmlFor={`${id}-theme`}>
          Theme
        </label>
        <select
          id={`${id}-theme`}
          value={theme === '' ? (chosen?.theme ?? '') : theme}
          onChange={(event) => setTheme(themes.find((each) => each.id === event.target.value)?.id ?? '')}
        >
          {themes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
        </select>
        {create.isError && (
          <p className="problemline" role="alert">
            {create.error.message}
          </p>
        )}
        <div className="row">
          <button type="submit" className="btn pri" disabled={create.isPending || !chosen}>
            {create.isPending ? 'Writing it down …' : 'Write it down as a draft'}
          </button>
          <button type="button" className="btn" onClick={() => ref.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  )
}
