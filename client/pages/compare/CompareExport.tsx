import { useMutation } from '@tanstack/react-query'
import { figureState } from '../../../shared/figures/figureText.ts'
import type { CompareSearch } from '../../address/compareSearch.ts'
import { permanentLink } from '../../address/permanentLink.ts'
import { compareRequest } from '../../export/compareRequest.ts'
import { download } from '../../export/download.ts'
import { drawComparison } from '../../export/drawComparison.tsx'
import { ExportPopover, type ExportTools } from '../../export/ExportPopover.tsx'
import { pngBlob, svgBlob } from '../../export/rasterise.ts'
import { linesCsv } from '../../export/seriesCsv.ts'
import { useSession } from '../../parts/useSession.ts'
import { api } from '../../trpc.ts'
import type { Compared } from './compared.ts'
import { compareSentence } from './compareSentence.ts'
import type { EventRow } from './useTraining.ts'

interface Props {
  readonly whole: Compared
  readonly search: CompareSearch
  readonly training: readonly EventRow[]
}

const formats = [
  { format: 'png', label: 'PNG', note: 'image, double resolution' },
  { format: 'svg', label: 'SVG', note: 'editable vector' },
  { format: 'csv', label: 'CSV', note: 'every line, with limits and markers' },
] as const

/** Takes the comparison out: as a picture that says what the page says, as its data, or as native charts. */
export function CompareExport({ whole, search, training }: Props) {
  const note = useMutation(api.audit.exported.mutationOptions())
  const { lines } = whole
  const first = lines[0]?.page
  const asShown = useSession()?.exportsAsShown !== false || first?.edition !== undefined
  if (first === undefined) return null
  const scale = search.scale ?? 'own'
  const link = permanentLink(window.location.href, {
    position: first.result.position,
    edition: first.edition?.number ?? null,
  })
  const name = `comparison${lines.some(({ page }) => page.result.synthetic) ? '_synthetic-sample' : ''}`
  const take = ({ doing }: ExportTools, format: (typeof formats)[number]['format']) =>
    doing(async () => {
      // Noted before the file is made: what could not be noted does not leave.
      await note.mutateAsync({ form: format, what: `compare ${window.location.search}`.slice(0, 300) })
      if (format === 'csv') {
        const text = linesCsv(
          lines.map((line) => ({ name: line.name, page: line.page, state: figureState(line.page) })),
          link,
        )
        download(`${name}.csv`, new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
      } else {
        const title = compareSentence(whole, { subject: undefined, waiting: false })
        const svg = await drawComparison({ whole, scale, training, title, link })
        download(`${name}.${format}`, format === 'svg' ? svgBlob(svg) : await pngBlob(svg, 2))
      }
    }, 'The file has been downloaded.')
  const pictures = (tools: ExportTools) =>
    formats.map(({ format, label, note: what }) => (
      <button key={format} type="button" className="act" onClick={() => take(tools, format)}>
        {label}
        <span>{what}</span>
      </button>
    ))
  return (
    <ExportPopover
      panelLabel="Export this comparison"
      wantedWith={(smallNumbers) => compareRequest(whole, { search, smallNumbers })}
      unprotected={first.result.disclosure === 'unprotected'}
      link={link}
      onPage={asShown ? pictures : null}
    />
  )
}
