import { lazy, Suspense } from 'react'
import type { Session } from '../trpc.ts'
import { Popover } from './Popover.tsx'

const SavedViews = lazy(async () => ({ default: (await import('./SavedViews.tsx')).SavedViews }))

/** The menu of saved views, fetched when it is opened. */
export function ViewsMenu({ session }: { session: Session }) {
  return (
    <Popover className="find-b caret" label="Views" panelLabel="Saved views" align="end">
      {(close) => (
        <Suspense fallback={<p>Loading …</p>}>
          <SavedViews session={session} onDone={close} />
        </Suspense>
      )}
    </Popover>
  )
}
