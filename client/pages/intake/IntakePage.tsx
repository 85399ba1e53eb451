import '../../styles/crumb.css'
import '../../styles/data.css'
import '../../styles/intake.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { FileDrop } from './FileDrop.tsx'
import { Steps } from './Steps.tsx'
import { WaitingFile } from './WaitingFile.tsx'

/** Takes a partner's file in: sent, understood, checked, previewed and, only when the analyst says so, committed. */
export function IntakePage() {
  useTitle('Add a file')
  const session = useSession()
  const { upload } = useSearch({ from: '/data/add' })
  const navigate = useNavigate({ from: '/data/add' })
  const open = (id: string | undefined) => void navigate({ search: id === undefined ? {} : { upload: id } })
  if (session && session.viewer.role !== 'analyst') {
    return (
      <main id="main" className="wrap intake" tabIndex={-1}>
        <h1 className="h1">Loading files needs analyst access</h1>
        <p className="dek">Ask an analyst of the partnership to load the file for you.</p>
      </main>
    )
  }
  return (
    <main id="main" className="wrap intake" tabIndex={-1}>
      <p className="crumb">
        <Link to="/data">Data</Link>
      </p>
      {upload === undefined ? (
        <>
          <h1 className="h1">Add a file, and see what it would change before anything is stored</h1>
          <p className="dek">
            Send what the partner sent, as it is: titles above the table, totals between rows and one column a
            month can all be dealt with here.
          </p>
          <Steps now="file" />
          {session?.synthetic === true && (
            <p className="aside">
              All figures on show are invented sample data. The first real file takes every one of them out.
            </p>
          )}
          <FileDrop onReceived={open} limits={session?.fileLimits} />
        </>
      ) : (
        <WaitingFile key={upload} upload={upload} onLeave={() => open(undefined)} />
      )}
    </main>
  )
}
