import '../styles/choices.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { controlFigure } from '../../shared/figures/controlFigure.ts'
import { figureState } from '../../shared/figures/figureText.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { MetricSearch } from '../address/metricSearch.ts'
import { permanentLink } from '../address/permanentLink.ts'
import { useSession } from '../parts/useSession.ts'
import { api } from '../trpc.ts'
import { AddToPack } from './AddToPack.tsx'
import { citedFigure } from './citedFigure.ts'
import { copyImage, copyTable } from './copyFigure.ts'
import { download } from './download.ts'
import { drawCited } from './drawCited.tsx'
import { drawFigure } from './drawFigure.tsx'
import { figureCsv } from './figureCsv.ts'
import { ExportPopover, type ExportTools } from './ExportPopover.tsx'
import { fileName } from './fileName.ts'
import { figureRequests, type Wanted } from './figureRequests.ts'
import { pictureSize, pictureSizes, type PictureSize, type SizeName } from './pictureSizes.ts'
import { pngBlob, svgBlob } from './rasterise.ts'
import { seriesCsv } from './seriesCsv.ts'

type Format = 'png2' | 'png3' | 'svg' | 'csv'

const formats: readonly { format: Format; label: string; note: string }[] = [
  { format: 'png2', label: 'PNG', note: 'image, double resolution' },
  { format: 'png3', label: 'PNG, large', note: 'image, for print' },
  { format: 'svg', label: 'SVG', note: 'editable vector' },
  { format: 'csv', label: 'CSV', note: 'data, limits and markers' },
]

/** Takes the figure out: as a picture that says everything the page says, or as its data. */
export function ExportMenu({ page, search }: { page: MetricPage; search: MetricSearch }) {
  // An edition is kept as it may be taken out.
  const asShown = useSession()?.exportsAsShown !== false || page.edition !== undefined
  // Noted before the file is made: what could not be noted does not leave.
  const note = useMutation(api.audit.exported.mutationOptions())
  const [size, setSize] = useState<SizeName>('natural')
  const noted = (form: 'png' | 'svg' | 'csv' | 'clipboard') =>
    note.mutateAsync({ form, what: `${page.metric.id} ${window.location.search}`.trim().slice(0, 300) })
  const take = ({ wanted, doing }: ExportTools, format: Format) =>
    doing(async () => {
      await noted(format === 'png2' || format === 'png3' ? 'png' : format)
      await save({ page, wanted }, format, pictureSize(size))
    }, 'The file has been downloaded.')
  const copyPicture = ({ wanted, doing }: ExportTools) =>
    doing(
      () =>
        copyImage(
          noted('clipboard').then(async () =>
            pngBlob(await pictureOf({ page, wanted }, pictureSize(size)), 2),
          ),
        ),
      'The picture has been copied.',
    )
  const copyNumbers = ({ wanted, doing }: ExportTools) =>
    doing(async () => {
      await noted('clipboard')
      await copyTable(isOwnChart(wanted) ? controlFigure(page) : await citedFigure(wanted))
    }, 'The table has been copied.')
  const pictures = (tools: ExportTools) => (
    <>
      <label className="choice">
        <span className="fl">Pictures for</span>
        <select value={size} onChange={(event) => setSize(named(event.target.value))}>
          {pictureSizes.map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {formats.map(({ format, label, note: what }) => (
        <button key={format} type="button" className="act" onClick={() => take(tools, format)}>
          {label}
          <span>{what}</span>
        </button>
      ))}
      <button type="button" className="act" onClick={() => copyPicture(tools)}>
        Copy image
        <span>to the clipboard</span>
      </button>
      <button type="button" className="act" onClick={() => copyNumbers(tools)}>
        Copy table
        <span>for documents and spreadsheets</span>
      </button>
    </>
  )
  return (
    <ExportPopover
      panelLabel="Export this figure"
      primary
      wantedWith={(small) => figureRequests(page, search, small)}
      unprotected={page.result.disclosure === 'unprotected'}
      link={linkOf(page)}
      onPage={asShown ? pictures : null}
      caution={(wanted) =>
        byTwo(wanted) &&
        wanted.smallNumbers === 'hidden' && (
          <p className="small">
            Two dimensions at once are not published: this figure leaves only with small numbers.
          </p>
        )
      }
      more={({ wanted, say }) => (
        <>
          <hr />
          <AddToPack wanted={wanted} say={say} />
        </>
      )}
    />
  )
}

function named(text: string): SizeName {
  return pictureSizes.find(({ name }) => name === text)?.name ?? 'natural'
}

interface OnShow {
  readonly page: MetricPage
  readonly wanted: Wanted
}

/** Whether what is on show is by two dimensions at once. */
function byTwo({ figures: [request] }: Wanted): boolean {
  return request?.view === 'breakdown' && request.by2 !== null
}

/** Whether what is on show is the control chart of the page itself. */
function isOwnChart({ figures }: Wanted): boolean {
  return figures[0]?.view === 'chart'
}

/** The picture of what the tab shows: the page's own chart, or the areas or parts as the server gives them out. */
async function pictureOf({ page, wanted }: OnShow, size: PictureSize): Promise<SVGSVGElement> {
  return isOwnChart(wanted)
    ? drawFigure(page, linkOf(page), size)
    : drawCited(await citedFigure(wanted), size)
}

async function save({ page, wanted }: OnShow, format: Format, size: PictureSize): Promise<void> {
  if (format === 'csv') {
    const text = isOwnChart(wanted)
      ? seriesCsv(page, { link: linkOf(page), state: figureState(page) })
      : figureCsv(await citedFigure(wanted))
    // The mark at the start tells spreadsheet programs that the text is UTF-8.
    download(fileName(page, 'csv'), new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
    return
  }
  const svg = await pictureOf({ page, wanted }, size)
  if (format === 'svg') download(fileName(page, 'svg'), svgBlob(svg))
  else download(fileName(page, 'png'), await pngBlob(svg, format === 'png2' ? 2 : 3))
}

function linkOf({ result, edition }: MetricPage): string {
  return permanentLink(window.location.href, {
    position: result.position,
    edition: edition?.number ?? null,
  })
}
