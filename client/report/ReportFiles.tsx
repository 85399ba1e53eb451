import { useState } from 'react'
import { MakingFile } from '../export/MakingFile.tsx'
import { takeMade } from '../export/takeFile.ts'
import { makingWords, useMaking, type MakingEnd } from '../export/useMaking.ts'
import { FormProblem } from '../forms/FormProblem.tsx'
import type { ReportFormat } from '../../shared/report/reportFormat.ts'
import { formatWords } from './formatWords.ts'

interface Props {
  /** Where the server makes them. */
  readonly address: string
  readonly formats: readonly ReportFormat[]
}

/** Has a report written as a file, with a way to stop. */
export function ReportFiles({ address, formats }: Props) {
  const { at, make, cancel } = useMaking()
  const [end, setEnd] = useState<MakingEnd | null>(null)
  const take = async (format: ReportFormat) => {
    setEnd(null)
    setEnd(await make((options) => takeMade({ address, request: { format } }, options)))
  }
  const failed = end?.kind === 'failed'
  return (
    <>
      <span className="sr" role="status">
        {end === null || failed ? '' : makingWords(end)}
      </span>
      {at === null ? (
        formats.map((format) => (
          <button key={format} type="button" className="btn" onClick={() => void take(format)}>
            {formatWords[format]}
          </button>
        ))
      ) : (
        <MakingFile at={at} onCancel={cancel} />
      )}
      <FormProblem message={failed ? makingWords(end) : null} />
    </>
  )
}
