import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  annotationKinds,
  type Annotation,
  type AnnotationKind,
} from '../../../shared/annotations/annotation.ts'
import type { AnnotationInput } from '../../../shared/annotations/annotationDraft.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { isMonth } from '../../../shared/periods/month.ts'
import { monthChoices } from '../../filters/monthChoices.ts'
import { FormDialog } from '../../forms/FormDialog.tsx'
import { OptionGroup } from '../../forms/OptionGroup.tsx'
import { Options } from '../../forms/Options.tsx'
import { SelectField } from '../../forms/SelectField.tsx'
import { TextArea } from '../../forms/TextArea.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { api, type Session } from '../../trpc.ts'

interface Props {
  readonly metric: Metric
  readonly area: { readonly code: string; readonly name: string }
  readonly session: Session
  /** The note to change; absent for a new one. */
  readonly note?: Annotation
  readonly onClose: () => void
}

type Scope = 'metric' | 'feed' | 'all'

/** Where an analyst writes a dated note beside a figure: what happened, of what kind, and which figures it is about. */
export function NoteDialog({ metric, area, session, note, onClose }: Props) {
  const client = useQueryClient()
  const feeds = useQuery(api.feeds.queryOptions()).data ?? []
  const feed = feeds.find((each) => each.id === metric.feed)?.label ?? metric.feed
  const [month, setMonth] = useState<string>(note?.month ?? session.months?.to ?? '')
  const [kind, setKind] = useState<AnnotationKind>(note?.kind ?? 'note')
  const [title, setTitle] = useState(note?.title ?? '')
  const [detail, setDetail] = useState(note?.detail ?? '')
  const [link, setLink] = useState(note?.link ?? '')
  const [scope, setScope] = useState<Scope>(scopeOf(note))
  const [everywhere, setEverywhere] = useState(note ? note.area === null : true)
  const done = {
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  }
  const add = useMutation(api.annotations.add.mutationOptions(done))
  const change = useMutation(api.annotations.change.mutationOptions(done))

  const save = () => {
    if (!isMonth(month)) return
    const draft: AnnotationInput = {
      month,
      kind,
      title,
      detail,
      link: link.trim() === '' ? null : link.trim(),
      metric: scope === 'metric' ? metric.id : null,
      feed: scope === 'feed' ? metric.feed : null,
      area: everywhere ? null : (note?.area ?? area.code),
    }
    if (note === undefined) add.mutate(draft)
    else change.mutate({ ...draft, id: note.id })
  }
  const failure = add.error ?? change.error
  const pending = add.isPending || change.isPending
  return (
    <FormDialog
      title={note === undefined ? 'Add a note to the chart' : 'Change this note'}
      wide
      submit={pending ? 'Saving …' : 'Save the note'}
      disabled={pending}
      cancel="Leave it"
      problem={failure?.message ?? null}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="fieldpair">
        <SelectField label="Month it belongs to" value={month} onChoose={setMonth}>
          {monthChoices(session.months).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label="Kind" value={kind} onChoose={(value) => setKind(value as AnnotationKind)}>
          <Options of={annotationKinds} />
        </SelectField>
      </div>
      <TextField
        label="What happened, in a few words"
        required
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label="More about it, without personal details (optional)"
        rows={3}
        maxLength={1000}
        value={detail}
        onChange={(event) => setDetail(event.target.value)}
      />
      <TextField
        label="Link to what it rests on (optional)"
        type="url"
        placeholder="https://"
        maxLength={500}
        value={link}
        onChange={(event) => setLink(event.target.value)}
      />
      <div className="fieldpair">
        <OptionGroup
          legend="Beside"
          value={scope}
          choices={[
            { value: 'metric', label: 'This measure' },
            { value: 'feed', label: `Every measure from ${feed.toLowerCase()}` },
            { value: 'all', label: 'Every measure' },
          ]}
          onChoose={setScope}
        />
        <OptionGroup
          legend="In"
          value={everywhere ? 'all' : 'one'}
          choices={[
            { value: 'all', label: 'Every area' },
            { value: 'one', label: `${area.name} only` },
          ]}
          onChoose={(value) => setEverywhere(value === 'all')}
        />
      </div>
      {kind === 'countingRule' && (
        <p className="small mut">Every comparison that spans this month will carry a warning.</p>
      )}
    </FormDialog>
  )
}

function scopeOf(note: Annotation | undefined): Scope {
  if (note === undefined || note.metric !== null) return 'metric'
  return note.feed === null ? 'all' : 'feed'
}
