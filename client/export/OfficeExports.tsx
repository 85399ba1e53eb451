import { useRef, useState } from 'react'
import type { ExportFormat } from '../../shared/figures/figureRequest.ts'
import type { Wanted } from './figureRequests.ts'
import { takeFile } from './takeFile.ts'

const formats: readonly { readonly format: ExportFormat; readonly label: string; readonly note: string }[] = [
  { format: 'xlsx', label: 'Excel', note: 'native chart, tables and notes' },
  { format: 'pptx', label: 'PowerPoint', note: 'native chart, a slide a figure' },
  { format: 'docx', label: 'Word', note: 'native chart, table and footnotes' },
  { format: 'csv', label: 'Data pack', note: 'CSV with its metadata, zipped' },
  { format: 'json', label: 'JSON', note: 'figures for other programs' },
]

interface Props {
  readonly wanted: Wanted
  readonly say: (words: string) => void
  readonly onTaken: () => void
}

/** Files that the server makes, with how far they have come and a way to stop. */
export function OfficeExports({ wanted, say, onTaken }: Props) {
  const [at, setAt] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const running = useRef<AbortController | null>(null)
  const take = async (format: ExportFormat) => {
    const controller = new AbortController()
    running.current = controller
    setAt({ done: 0, total: 1 })
    say('Preparing the file.')
    try {
      await takeFile({ format, ...wanted }, { signal: controller.signal, onProgress: setAt })
      say('The file has been downloaded.')
      onTaken()
    } catch (error) {
      if (controller.signal.aborted) say('Cancelled. No file was made.')
      else say(`The file could not be made: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      setAt(null)
    }
  }
  if (at !== null) {
    return (
      <div className="exporting">
        <label>
          Making the file <progress value={at.done} max={at.total} />
        </label>
        <button type="button" className="btn" onClick={() => running.current?.abort()}>
          Cancel
        </button>
      </div>
    )
  }
  return formats.map(({ format, label, note }) => (
    <button key={format} type="button" className="act" onClick={() => void take(format)}>
      {label}
      <span>{note}</span>
    </button>
  ))
}
