import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { momentWords } from '../../../shared/figures/momentWords.ts'
import { FormButtons } from '../../forms/FormButtons.tsx'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { api } from '../../trpc.ts'
import { feedNames } from '../people/feedNames.ts'

type Wanted = { readonly submission: number; readonly kind: 'rows' | 'original' }

/** What can be deleted of each submission, and what has been. */
export function Deletions() {
  const client = useQueryClient()
  const list = useQuery(api.dataProtection.deletable.queryOptions())
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [reason, setReason] = useState('')
  const after = {
    onSuccess: () => {
      setWanted(null)
      setReason('')
      return client.invalidateQueries()
    },
  }
  const erase = useMutation(api.dataProtection.eraseSubmission.mutationOptions(after))
  const destroy = useMutation(api.dataProtection.destroyOriginal.mutationOptions(after))
  const doing = wanted?.kind === 'rows' ? erase : destroy
  return (
    <>
      <section className="sect">
        <h2 className="h2">Delete</h2>
        {list.isError && (
          <Problem error={list.error} what="The submissions" onRetry={() => void list.refetch()} />
        )}
        {wanted && (
          <form
            className="onetime"
            onSubmit={(event) => {
              event.preventDefault()
              doing.mutate({ submission: wanted.submission, reason })
            }}
          >
            <p className="h3">
              {wanted.kind === 'rows'
                ? `Erase submission ${wanted.submission} as though it had never been sent`
                : `Destroy the original of submission ${wanted.submission}`}
            </p>
            <p>
              {wanted.kind === 'rows'
                ? 'Its rows, its original and their key go, and the figures are computed again without it. This cannot be undone.'
                : 'Its key goes, and with it the file as it was sent. The accepted rows stay. This cannot be undone.'}
            </p>
            <FormProblem message={doing.error?.message ?? null} />
            <TextField
              label="Reason, for the record"
              required
              minLength={3}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <FormButtons
              submit={wanted.kind === 'rows' ? 'Erase it' : 'Destroy it'}
              disabled={doing.isPending}
              cancel="Keep it"
              onCancel={() => setWanted(null)}
            />
          </form>
        )}
        {list.data?.submissions.length === 0 && <p>Nothing has been submitted yet.</p>}
        {list.data && list.data.submissions.length > 0 && (
          <WideTable label="Submissions">
            <thead>
              <tr>
                <th scope="col" className="r">
                  No.
                </th>
                <th scope="col">Feed</th>
                <th scope="col">File</th>
                <th scope="col">Committed</th>
                <th scope="col">Kept</th>
                <th scope="col">
                  <span className="sr">Delete</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data.submissions.map((row) => (
                <tr key={row.number} className={row.kept === 'nothing' ? 'off' : undefined}>
                  <td className="r">{row.number}</td>
                  <td>{feedNames[row.feed]}</td>
                  <td className="detail">{row.fileName}</td>
                  <td className="nb">{momentWords(row.committedOn)}</td>
                  <td>
                    {row.kept === 'nothing'
                      ? 'Erased'
                      : row.kept === 'rows'
                        ? 'Rows'
                        : 'Rows, encrypted original'}
                  </td>
                  <td>
                    <div className="row">
                      {row.kept === 'rowsAndOriginal' && (
                        <button
                          type="button"
                          className="link"
                          onClick={() => setWanted({ submission: row.number, kind: 'original' })}
                        >
                          Destroy original
                        </button>
                      )}
                      {row.kept !== 'nothing' && (
                        <button
                          type="button"
                          className="link"
                          onClick={() => setWanted({ submission: row.number, kind: 'rows' })}
                        >
                          Erase
                        </button>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        )}
      </section>
      {(list.data?.deletions.length ?? 0) > 0 && (
        <section className="sect">
          <h2 className="h2">What has been deleted</h2>
          <WideTable label="Deletions">
            <thead>
              <tr>
                <th scope="col" className="r">
                  Submission
                </th>
                <th scope="col">What</th>
                <th scope="col">When</th>
                <th scope="col">By</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {list.data?.deletions.map((row) => (
                <tr key={row.number}>
                  <td className="r">{row.submission}</td>
                  <td>{row.kind === 'rows' ? 'Rows and original' : 'Original’s key'}</td>
                  <td className="nb">{momentWords(row.at)}</td>
                  <td>{row.by}</td>
                  <td className="detail">{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </section>
      )}
    </>
  )
}
