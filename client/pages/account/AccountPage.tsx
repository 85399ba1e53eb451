import '../../styles/forms.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { roleWords } from '../../../shared/access/roleWords.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { signOut } from '../../parts/signOut.ts'
import { api } from '../../trpc.ts'
import { momentWords } from '../../../shared/figures/momentWords.ts'
import { PasswordChange } from './PasswordChange.tsx'
import { ProgramAccess } from './ProgramAccess.tsx'
import { SecondFactor } from './SecondFactor.tsx'

/** One's own account: what it may see, its password, second factor and sessions. */
export function AccountPage() {
  useTitle('Your account')
  const session = useSession()
  const client = useQueryClient()
  const mine = useQuery(
    api.account.mine.queryOptions(undefined, { enabled: session?.sampleSignIn === false }),
  )
  const end = useMutation(
    api.account.endSession.mutationOptions({
      onSuccess: () => client.invalidateQueries(api.account.mine.queryFilter()),
    }),
  )
  if (!session) return <main id="main" className="wrap page" tabIndex={-1} />
  const { viewer } = session
  const areaNames =
    viewer.areas === 'all'
      ? 'All areas'
      : viewer.areas
          .map(
            (code) =>
              session.partnership.areas.find((area) => area.code === code)?.name ??
              session.partnership.areaName,
          )
          .join(', ')
  return (
    <main id="main" className="wrap page" tabIndex={-1}>
      <h1 className="h1">{viewer.name}</h1>
      <p className="dek">{roleWords[viewer.role].may}</p>
      <dl className="facts">
        <dt>Role</dt>
        <dd>{roleWords[viewer.role].name}</dd>
        {session.email !== null && (
          <>
            <dt>E-mail address</dt>
            <dd>{session.email}</dd>
          </>
        )}
        <dt>Areas</dt>
        <dd>{areaNames}</dd>
        <dt>Feeds</dt>
        <dd>{viewer.feeds === 'all' ? 'All feeds' : viewer.feeds.join(', ')}</dd>
        <dt>Small numbers</dt>
        <dd>{viewer.disclosure === 'protected' ? 'Protected' : 'Shown; that you view them is recorded'}</dd>
      </dl>
      <p className="row formcol">
        <button type="button" className="btn" onClick={() => void signOut()}>
          Sign out
        </button>
      </p>
      {session.sampleSignIn && (
        <p className="mut">This is a sample sign-in: it has no password and no other sessions.</p>
      )}
      {mine.isError && <Problem error={mine.error} what="Your account" onRetry={() => void mine.refetch()} />}
      {mine.data && (
        <>
          {mine.data.hasPassword && <PasswordChange />}
          <SecondFactor account={mine.data} />
          <ProgramAccess viewer={viewer} />
          <section className="sect">
            <h2 className="h2">Where you are signed in</h2>
            <WideTable label="Your sessions">
              <thead>
                <tr>
                  <th scope="col">Browser</th>
                  <th scope="col">Address</th>
                  <th scope="col">Since</th>
                  <th scope="col">Last used</th>
                  <th scope="col">
                    <span className="sr">End</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {mine.data.sessions.map((held) => (
                  <tr key={held.id}>
                    <td className="detail">{held.agent === '' ? 'Unknown' : held.agent}</td>
                    <td>{held.address}</td>
                    <td className="nb">{momentWords(held.began)}</td>
                    <td className="nb">{momentWords(held.lastSeen)}</td>
                    <td>
                      {held.current ? (
                        'This one'
                      ) : (
                        <button type="button" className="link" onClick={() => end.mutate({ id: held.id })}>
                          End
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </WideTable>
          </section>
        </>
      )}
    </main>
  )
}
