import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Theme } from '../../../../shared/metrics/metric.ts'
import { AreaSelect } from '../../../forms/AreaSelect.tsx'
import { FormDialog } from '../../../forms/FormDialog.tsx'
import { MeasureSelect } from '../../../forms/MeasureSelect.tsx'
import { TextArea } from '../../../forms/TextArea.tsx'
import { TextField } from '../../../forms/TextField.tsx'
import { ThemeSelect } from '../../../forms/ThemeSelect.tsx'
import { areasFor } from '../../../forms/areasFor.ts'
import { api, type Session } from '../../../trpc.ts'
import { queryFor } from '../queryFor.ts'

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
  const known = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const [text, setText] = useState('')
  const [whom, setWhom] = useState('')
  const [metric, setMetric] = useState(about?.metric ?? '')
  const [area, setArea] = useState(about?.area ?? areasFor(session)[0]?.code ?? '')
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
  const save = () => {
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
    <FormDialog
      title="Write down a question"
      wide
      submit={create.isPending ? 'Writing it down …' : 'Write it down as a draft'}
      disabled={create.isPending || !chosen}
      cancel="Cancel"
      problem={create.error?.message ?? null}
      onSubmit={save}
      onClose={onClose}
    >
      <TextArea
        label="The question"
        rows={3}
        required
        maxLength={600}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        label="Asked of"
        list={known}
        maxLength={200}
        value={whom}
        onChange={(event) => setWhom(event.target.value)}
      />
      <datalist id={known}>
        {askedOf.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="fieldpair">
        <MeasureSelect
          label="The figure it rests on"
          measures={metrics}
          value={chosen?.id ?? ''}
          onChoose={setMetric}
        />
        <AreaSelect session={session} value={area} onChoose={setArea} />
      </div>
      <ThemeSelect value={theme === '' ? (chosen?.theme ?? '') : theme} onChoose={setTheme} />
    </FormDialog>
  )
}
