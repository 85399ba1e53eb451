import { may } from '../../../shared/access/permission.ts'
import { useState } from 'react'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { Session } from '../../trpc.ts'
import { NoteDialog } from './NoteDialog.tsx'

interface Props {
  readonly page: MetricPage
  readonly session: Session | undefined
}

/** The way to write a note on this figure, for those who may. */
export function AddNote({ page, session }: Props) {
  const [open, setOpen] = useState(false)
  if (session === undefined || !may(session.viewer.role, 'data') || page.edition) return null
  const series = page.result.series[0]
  return (
    <div className="noprint addnote">
      <button type="button" className="link" onClick={() => setOpen(true)}>
        Add a note
      </button>
      {open && (
        <NoteDialog
          metric={page.metric}

          area={{ code: series?.key.area ?? '', name: series?.labels.area ?? '' }}
          session={session}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
