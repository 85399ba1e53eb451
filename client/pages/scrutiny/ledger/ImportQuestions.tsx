import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { importTemplate } from '../../../../shared/scrutiny/importColumns.ts'
import { download } from '../../../export/download.ts'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { TextField } from '../../../forms/TextField.tsx'
import { ScrollBox } from '../../../parts/ScrollBox.tsx'
import { api } from '../../../trpc.ts'
import { readTextFile } from './readTextFile.ts'

const mostShown = 50

/** Brings past questions in from a file: checked first, then all of them or none. */
export function ImportQuestions({ onDone }: { onDone: () => void }) {
  const id = useId()
  const client = useQueryClient()
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const check = useMutation(api.questions.checkImport.mutationOptions())
  const bring = useMutation(
    api.questions.import.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.questions.pathKey() }),
    }),
  )
  const take = async (chosen: File | undefined) => {
    setFile(null)
    check.reset()
    bring.reset()
    setProblem(null)
    if (!chosen) return
    try {
      const text = await readTextFile(chosen)
      setFile({ name: chosen.name, text })
      check.mutate({ text })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const found = check.data
  const refusal = problem ?? check.error?.message ?? bring.error?.message ?? null
  return (
    <section className="notice lgimport" aria-labelledby={`${id}-h`}>
      <h2 className="h3" id={`${id}-h`}>
        Bring in past questions
      </h2>
      <p>
        A CSV file with a row for each question. The file is checked first; it is taken whole or not at all.{' '}
        <button
          type="button"
          className="link"
          onClick={() =>
            download(
              'questions-template.csv',
              new Blob([`\u{feff}${importTemplate()}`], { type: 'text/csv' }),
            )
          }
        >
          Take the template
        </button>
      </p>
      <TextField
        label="File"
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <FormProblem message={refusal} />
      {bring.data ? (
        <p role="status">
          <b>
            {bring.data.questions === 1 ? 'One question was' : `${bring.data.questions} questions were`}{' '}
            brought in.
          </b>
        </p>
      ) : (
        found &&
        (found.faults.length === 0 ? (
          <div role="status">
            <p>
              {file?.name}: <b>{found.questions}</b> questions and <b>{found.promises}</b> promises can be
              taken. Nothing is stored yet.
            </p>
            <div className="row">
              <button
                type="button"
                className="btn pri"
                disabled={bring.isPending || file === null}
                onClick={() => file && bring.mutate({ text: file.text })}
              >
                Bring them in
              </button>
            </div>
          </div>
        ) : (
          <div role="status">
            <p>
              <b>
                {found.faults.length === 1 ? 'One cell' : `${found.faults.length} cells`} cannot be taken, so
                nothing can be brought in yet.
              </b>{' '}
              Mend the file and choose it again.
            </p>
            <ScrollBox label="Cells that cannot be taken">
              <table className="plain">
                <caption className="sr">Cells that cannot be taken</caption>
                <thead>
                  <tr>
                    <th scope="col" className="r">
                      Row
                    </th>
                    <th scope="col">Column</th>
                    <th scope="col">Value</th>
                    <th scope="col">What to do</th>
                  </tr>
                </thead>
                <tbody>
                  {found.faults.slice(0, mostShown).map(({ row, field, value, reason }) => (
                    <tr key={`${row} ${field} ${reason}`}>
                      <td className="r">{row}</td>
                      <td>{field}</td>
                      <td>{value === '' ? 'empty' : `“${value}”`}</td>
                      <td>{reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          </div>
        ))
      )}
      <div className="row">
        <button type="button" className="btn" onClick={onDone}>
          Close
        </button>
      </div>
    </section>
  )
}
