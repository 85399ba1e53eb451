import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Pack } from '../../../shared/packs/pack.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { api } from '../../trpc.ts'
import { publishPack } from './publishPack.ts'

/** The way to the preview, and to the board. */
export function PublishPack({ pack }: { pack: Pack }) {
  const [sure, setSure] = useState(false)
  const navigate = useNavigate()
  const client = useQueryClient()
  const params = { id: String(pack.number) }
  const publish = useMutation({
    mutationFn: () => publishPack(pack.number),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: api.packs.pathKey() })
      await navigate({ to: '/reports/packs/$id/view', params })
    },
  })
  const discard = useMutation(
    api.packs.discard.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.packs.list.queryKey() })
        await navigate({ to: '/reports' })
      },
    }),
  )
  return (
    <section className="publishpack" aria-labelledby="publish">
      <h2 className="h3" id="publish">
        Preview and publish
      </h2>
      <FormProblem message={(publish.error ?? discard.error)?.message ?? null} />
      <div className="row">
        <Link className="btn" to="/reports/packs/$id/view" params={params}>
          Preview
        </Link>
        {!sure && (
          <button type="button" className="btn pri" onClick={() => setSure(true)}>
            Publish …
          </button>
        )}
      </div>
      {sure && (
        <div className="sure" role="group" aria-label="Publish for good">
          <p>
            A published pack cannot be changed or taken back. Its text, its numbers and its files stay as they
            are now.
          </p>
          <div className="row">
            <button
              type="button"
              className="btn pri"
              disabled={publish.isPending}
              onClick={() => publish.mutate()}
            >
              {publish.isPending ? 'Publishing …' : 'Publish for good'}
            </button>
            <button type="button" className="btn" onClick={() => setSure(false)}>
              Not yet
            </button>
          </div>
          <p>
            <button
              type="button"
              className="link"
              onClick={() => {
                if (window.confirm(`Throw away the draft “${pack.title}” with all that is written in it?`))
                  discard.mutate({ pack: pack.number })
              }}
            >
              Throw this draft away
            </button>
          </p>
        </div>
      )}
    </section>
  )
}
