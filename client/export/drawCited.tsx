import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import type { Figure } from '../../shared/figures/figure.ts'
import { briefTable } from '../../shared/figures/briefTable.ts'
import { chartsOf } from '../../shared/figures/chartsOf.ts'
import { FigureDrawing } from '../charts/figureChart/FigureDrawing.tsx'
import { TablePicture } from '../charts/figureChart/TablePicture.tsx'
import { figureSvg } from './figureSvg.ts'
import { fontFaces } from './fontFaces.ts'
import type { PictureSize } from './pictureSizes.ts'

const margins = 80
const leastChartHeight = 200

/** Draws a figure from what it holds alone, always at the same size whatever the window. One that is a table on the page is drawn as one. */
export async function drawCited(figure: Figure, { width, height }: PictureSize): Promise<SVGSVGElement> {
  const [faces] = await Promise.all([fontFaces(), document.fonts.ready])
  const picture = drawOnce(figure, { width, faces })
  if (height === null) return picture
  const words = Number(picture.getAttribute('height')) - chartHeightOf(picture)
  return drawOnce(figure, { width, faces, chartHeight: Math.max(leastChartHeight, height - words) })
}

interface Drawing {
  readonly width: number
  readonly faces: string
  readonly chartHeight?: number
}

function drawOnce(figure: Figure, { width, faces, chartHeight }: Drawing): SVGSVGElement {
  const host = document.createElement('div')
  const root = createRoot(host)
  try {
    flushSync(() =>
      root.render(
        chartsOf(figure).length > 0 ? (
          <FigureDrawing figure={figure} width={width - margins} height={chartHeight} />
        ) : (
          <TablePicture
            table={briefTable(figure.table)}
            width={width - margins}
            height={chartHeight}
            altText={figure.altText}
          />
        ),
      ),
    )
    const chart = host.querySelector('svg')
    if (chart === null) throw new Error('the chart was not drawn')
    return figureSvg({ chart, legend: null, words: wordsOf(figure), width, fontFaces: faces })
  } finally {
    root.unmount()
  }
}

function wordsOf(figure: Figure) {
  const { title, subtitle, state, chart, caveats, gaps, events, source, method, reference } = figure
  const marks = chart?.legend.map(({ words }) => words.toLowerCase()).join('; ') ?? ''
  return {
    title,
    subtitle,
    marks: state,
    footer: [
      { bold: 'Marks.', text: marks === '' ? '' : `${marks}.` },
      { bold: 'Read with care.', text: [...caveats, ...gaps].join(' ') },
      { bold: 'Events.', text: events.join(' ') },
      { bold: 'Source.', text: [source, method].filter((text) => text !== '').join(' ') },
    ].filter(({ text }) => text !== ''),
    link: reference?.link ?? '',
  }
}

function chartHeightOf(picture: SVGSVGElement): number {
  return Number(picture.querySelector('svg')?.getAttribute('height'))
}
