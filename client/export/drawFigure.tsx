import '../styles/offscreen.css'
import { createRoot } from 'react-dom/client'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import { ControlChart } from '../charts/controlChart/ControlChart.tsx'
import { controlModel, type ControlModel } from '../charts/controlChart/controlModel.ts'
import { legendItems, LegendShape } from '../charts/controlChart/ShapeLegend.tsx'
import { ChartText } from '../charts/ChartText.tsx'
import { unitWords } from '../../shared/figures/unitWords.ts'
import {
  figureCaveats,
  figureMethod,
  figureSource,
  figureState,
  figureSubtitle,
} from '../../shared/figures/figureText.ts'
import { figureSvg } from './figureSvg.ts'
import { fontFaces } from './fontFaces.ts'
import type { PictureSize } from './pictureSizes.ts'

const margins = 80
const usualChartHeight = 470
const leastChartHeight = 260

/**
 * Draws the figure of a metric page anew, off the screen and always at the same size, so that the picture does not
 * depend on the window, on what is pointed at, or on how many months the screen has room for.
 */
export async function drawFigure(
  page: MetricPage,
  link: string,
  { width, height }: PictureSize,
): Promise<SVGSVGElement> {
  const [faces] = await Promise.all([fontFaces(), document.fonts.ready])
  const draw = (chartHeight: number) => drawOnce(page, { link, width, chartHeight, faces })
  const picture = await draw(usualChartHeight)
  if (height === null) return picture
  // The chart takes whatever the words leave of the height.
  const words = Number(picture.getAttribute('height')) - usualChartHeight
  return draw(Math.max(leastChartHeight, height - words))
}

interface Drawing {
  readonly link: string
  readonly width: number
  readonly chartHeight: number
  readonly faces: string
}

async function drawOnce(
  page: MetricPage,
  { link, width, chartHeight, faces }: Drawing,
): Promise<SVGSVGElement> {
  const model = controlModel(page)
  const unit = unitWords(page.metric, page.result.query.basis)
  const host = document.createElement('div')
  host.setAttribute('aria-hidden', 'true')
  host.className = 'offscreen'
  document.body.append(host)
  const root = createRoot(host)
  try {
    root.render(
      <>
        <ControlChart
          model={model}
          width={width - margins}
          height={chartHeight}
          inside={false}
          unit={unit}
          title={page.finding.headline}
          description={page.finding.textAlternative}
        />
        <Legend model={model} width={width - margins} />
      </>,
    )
    const chart = await drawn(host)
    const legend = host.querySelector('svg.exportlegend')
    return figureSvg({
      chart,
      legend: legend instanceof SVGSVGElement ? legend : null,
      words: {
        title: page.finding.headline,
        subtitle: figureSubtitle(page),
        marks: figureState(page),
        footer: [
          { bold: 'Read with care.', text: figureCaveats(page).join(' ') },
          {
            bold: 'Events.',
            text: model.events
              .map(({ letter, event }) => `${letter} ${periodLabel(event.month, 'month')}: ${event.title}.`)
              .join(' '),
          },
          { bold: 'Source.', text: `${figureSource(page)} ${figureMethod(page)}` },
        ].filter(({ text }) => text !== ''),
        link,
      },
      width,
      fontFaces: faces,
    })
  } finally {
    root.unmount()
    host.remove()
  }
}

/** The chart once its line and its labels are there; the library draws in several passes. */
async function drawn(host: HTMLElement): Promise<SVGSVGElement> {
  let before = ''
  for (let tries = 0; tries < 60; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 40))
    const svg = host.querySelector('svg')
    const now = host.innerHTML
    if (svg && now === before && svg.querySelectorAll('text').length > 3) return svg
    before = now
  }
  throw new Error('the chart was not drawn in time')
}

function Legend({ model, width }: { model: ControlModel; width: number }) {
  let x = 8
  const items = legendItems(model).map((item) => {
    const at = x
    x += 18 + item.words.length * 7 + 22
    return { ...item, at }
  })
  return (
    <svg className="exportlegend" width={width} height={22} viewBox={`0 0 ${width} 22`}>
      {items.map(({ words, shape, at }) => (
        <g key={words}>
          <LegendShape shape={shape} x={at + 5} y={11} />
          <ChartText x={at + 17} y={16}>
            {words}
          </ChartText>
        </g>
      ))}
    </svg>
  )
}
