import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { figureState } from '../../../shared/figures/figureText.ts'
import type { CompareSearch } from '../../address/compareSearch.ts'
import { permanentLink } from '../../address/permanentLink.ts'
import { CiteFigure } from '../../export/CiteFigure.tsx'
import { compareRequest } from '../../export/compareRequest.ts'
import { download } from '../../export/download.ts'
import { drawComparison } from '../../export/drawComparison.tsx'
import { OfficeExports } from '../../export/OfficeExports.tsx'
import { pngBlob, svgBlob } from '../../export/rasterise.ts'
import { linesCsv } from '../../export/seriesCsv.ts'
import { Popover } from '../../parts/Popover.tsx'
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
  const [said, setSaid] = useState('')
  const [small, setSmall] = useState<'hidden' | 'shown'>('hidden')
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
  const take = async (format: (typeof formats)[number]['format'], close: () => void) => {
    try {
      setSaid('Preparing the figure.')
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
      setSaid('The file has been downloaded.')
      close()
    } catch (error) {
      setSaid(
        `This could not be done: ${error instanceof Error ? error.message : String(error)}. The table holds the figures.`,
      )
    }
  }
  const wanted = compareRequest(whole, { search, smallNumbers: small })
  return (
    <>
      <Popover className="btn caret" label="Export" panelLabel="Export this comparison" align="end">
        {(close) => (
          <>
            {asShown &&
              formats.map(({ format, label, note: what }) => (
                <button key={format} type="button" className="act" onClick={() => void take(format, close)}>
                  {label}
                  <span>{what}</span>
                </button>
              ))}
            {asShown && <hr />}
            {first.result.disclosure === 'unprotected' && (
              <label className="choicebox">
                <input
                  type="checkbox"
                  checked={small === 'shown'}
                  onChange={(event) => setSmall(event.target.checked ? 'shown' : 'hidden')}
                />{' '}
                With small numbers, not for publication
              </label>
            )}
            <OfficeExports wanted={wanted} say={setSaid} onTaken={close} />
            <hr />
            <CiteFigure wanted={wanted} say={setSaid} />
            {said !== '' && <p className="small">{said}</p>}
          </>
        )}
      </Popover>
      <span className="sr" role="status">
        {said}
      </span>
    </>
  )
}
