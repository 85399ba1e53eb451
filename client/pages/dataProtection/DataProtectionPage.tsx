import '../../styles/forms.css'
import { useQuery } from '@tanstack/react-query'
import { may } from '../../../shared/access/permission.ts'
import { AdminTabs } from '../../parts/AdminTabs.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { api } from '../../trpc.ts'
import { Deletions } from './Deletions.tsx'
import { RetentionForm } from './RetentionForm.tsx'

/** What is kept, why and for how long; for administrators also how it is deleted. */
export function DataProtectionPage() {
  useTitle('Data protection')
  const session = useSession()
  const keeping = useQuery(api.dataProtection.keeping.queryOptions())
  const counted = session?.viewer.disclosure === 'unprotected'
  const administers = session !== undefined && may(session.viewer.role, 'people')
  return (
    <main id="main" className="wrap page" tabIndex={-1}>
      {administers && <AdminTabs />}
      <h1 className="h1">Only what a feed names is kept, and no name of a person</h1>
      <p className="dek">
        The figures rest on rows about crimes, referrals and attendance. Columns that no feed names are never
        stored; columns that look like names, addresses, telephone numbers or free text are refused before a
        file is read in.
      </p>
      {keeping.isError && (
        <Problem error={keeping.error} what="What is kept" onRetry={() => void keeping.refetch()} />
      )}
      {keeping.data && (
        <>
          <section className="sect">
            <h2 className="h2">What is kept, by feed</h2>
            <WideTable label="What is kept, by feed">
              <thead>
                <tr>
                  <th scope="col">Feed</th>
                  <th scope="col">A row is</th>
                  <th scope="col">Fields</th>
                  <th scope="col">Only as a keyed hash</th>
                  <th scope="col" className="r">
                    Files
                  </th>
                  {counted && (
                    <th scope="col" className="r">
                      Rows accepted
                    </th>
                  )}
                  <th scope="col" className="r">
                    Original kept, months
                  </th>
                </tr>
              </thead>
              <tbody>
                {keeping.data.feeds.map((feed) => (
                  <tr key={feed.id}>
                    <th scope="row">
                      <b>{feed.label}</b>
                    </th>
                    <td>{feed.row}</td>
                    <td className="detail">{feed.fields.join(', ')}</td>
                    <td>{feed.references.length === 0 ? 'None' : feed.references.join(', ')}</td>
                    <td className="r">{feed.submissions.toLocaleString('en-GB')}</td>
                    {counted && <td className="r">{feed.rows?.toLocaleString('en-GB')}</td>}
                    <td className="r">{keeping.data.retention.originals[feed.id]}</td>
                  </tr>
                ))}
              </tbody>
            </WideTable>
          </section>
          <section className="sect">
            <h2 className="h2">Why, and for how long</h2>
            <dl className="facts">
              <dt>Accepted rows</dt>
              <dd>
                From them every figure can be computed again, also as it was known earlier. Kept until the
                submission is erased.
              </dd>
              <dt>Original files</dt>
              <dd>
                Kept encrypted, each under a key of its own, to settle questions about a file. After the
                months above the key is destroyed, and then nobody can read the file, in backups of the
                archive either.
              </dd>
              <dt>References</dt>
              <dd>
                Replaced at the door by a hash under a key that stays in this installation (fingerprint{' '}
                {keeping.data.keyFingerprint}), so that the same case is counted once and nobody can look it
                up.
              </dd>
              <dt>Accounts</dt>
              <dd>
                Name, e-mail address, role and limits; disabled rather than deleted, so that the log keeps its
                names.
              </dd>
              <dt>Audit log</dt>
              <dd>
                Who signed in, viewed unprotected figures, exported, imported and changed what, when and from
                which address: {keeping.data.retention.audit} months.
              </dd>
              <dt>Published editions</dt>
              <dd>
                The protected figures of each edition stay as they were published, also when a submission is
                erased.
              </dd>
            </dl>
          </section>
        </>
      )}
      {administers && keeping.data && <RetentionForm retention={keeping.data.retention} />}
      {administers && <Deletions />}
    </main>
  )
}
