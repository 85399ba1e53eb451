import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { themes } from '../../../shared/metrics/themes.ts'
import { FormButtons } from '../../forms/FormButtons.tsx'
import { TextArea } from '../../forms/TextArea.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { api, type Session } from '../../trpc.ts'

/** Publishes what the board is to see: all that is shown of the chosen measures, frozen as it stands now. */
export function PublishForm({ session }: { session: Session }) {
  const id = useId()
  const navigate = useNavigate()
  const client = useQueryClient()
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const [title, setTitle] = useState('')
  const [meetingDate, setMeetingDate] = useState('')
  const [commentary, setCommentary] = useState('')
  const [leftOut, setLeftOut] = useState<readonly string[] | null>(null)
  // Whoever reads a headline measure is shown its companions beside it.
  const usual = new Set(
    metrics.flatMap(({ id: own, headline, companions }) => (headline ? [own, ...companions] : [])),
  )
  const absent = leftOut ?? metrics.map((each) => each.id).filter((each) => !usual.has(each))
  const publish = useMutation(
    api.editions.publish.mutationOptions({
      onSuccess: async ({ number }) => {
        await client.invalidateQueries()
        await navigate({ to: '/editions/$number', params: { number: String(number) } })
      },
    }),
  )
  const frozen = useQuery({
    ...api.editions.publishing.queryOptions(),
    enabled: publish.isPending,
    refetchInterval: 700,
    staleTime: 0,
    gcTime: 0,
  }).data
  const toggle = (metric: string, include: boolean) =>
    setLeftOut(include ? absent.filter((each) => each !== metric) : [...absent, metric])
  return (
    <section className="sect publish" aria-labelledby={`${id}-h`}>
      <h2 className="h2" id={`${id}-h`}>
        Publish an edition
      </h2>
      <p className="dek">
        Freezes every figure of the chosen measures, as it stands with submission {session.position}, small
        counts protected. An edition cannot be changed or taken back.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          publish.mutate({
            title,
            meetingDate,
            commentary,
            metrics: metrics.flatMap((each) => (absent.includes(each.id) ? [] : [each.id])),
          })
        }}
      >
        <TextField
          label="Title"
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label="Date of the meeting"
          type="date"
          required
          value={meetingDate}
          onChange={(event) => setMeetingDate(event.target.value)}
        />
        <TextArea
          label="Commentary"
          rows={5}
          maxLength={20_000}
          value={commentary}
          onChange={(event) => setCommentary(event.target.value)}
        />
        <details>
          <summary>
            {metrics.length - absent.length} of {metrics.length} measures included
          </summary>
          <div className="chooser">
            {themes.map((theme) => (
              <fieldset key={theme.id}>
                <legend>{theme.label}</legend>
                {metrics
                  .filter((metric) => metric.theme === theme.id)
                  .map((metric) => (
                    <label className="opt" key={metric.id}>
                      <input
                        type="checkbox"
                        checked={!absent.includes(metric.id)}
                        onChange={(event) => toggle(metric.id, event.target.checked)}
                      />
                      {metric.name}
                    </label>
                  ))}
              </fieldset>
            ))}
          </div>
        </details>
        <FormProblem message={publish.error?.message ?? null} />
        <FormButtons
          submit={publish.isPending ? 'Freezing the figures …' : 'Publish'}
          disabled={publish.isPending}
        />
        {publish.isPending && (
          <p className="freezing">
            <progress
              aria-label="Figures frozen"
              max={frozen?.total}
              value={frozen ? frozen.done : undefined}
            />{' '}
            This takes about half a minute. It goes on when you leave the page.
          </p>
        )}
      </form>
    </section>
  )
}
