import type { ExportFormat } from '../../shared/figures/figureRequest.ts'
import type { Wanted } from './figureRequests.ts'
import { MakingFile } from './MakingFile.tsx'
import { takeFile } from './takeFile.ts'
import { makingWords, useMaking } from './useMaking.ts'

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
  const { at, make, cancel } = useMaking()
  const take = async (format: ExportFormat) => {
    say('Preparing the file.')
    const end = await make((options) => takeFile({ format, ...wanted }, options))
    say(makingWords(end))
    if (end.kind === 'made') onTaken()
  }
  if (at !== null) {
    return (
      <div className="exporting">
        <MakingFile at={at} onCancel={cancel} />
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
