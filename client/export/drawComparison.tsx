import '../styles/offscreen.css'
import { createRoot } from 'react-dom/client'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { figureSource, figureState } from '../../shared/figures/figureText.ts'
import { formatSpan } from '../../shared/figures/formatSpan.ts'
import { formatValue } from '../../shared/figures/formatValue.ts'
import { AlignedPanel } from '../charts/aligned/AlignedPanel.tsx'
import { alignedTicks, periodPlaces, type Frame } from '../charts/aligned/alignedModel.ts'
import { EventsStrip } from '../charts/aligned/EventsStrip.tsx'
import { LinesChart } from '../charts/aligned/LinesChart.tsx'
import type { Compared } from '../pages/compare/compared.ts'
import { indexedLines, notIndexed } from '../pages/compare/indexedLines.ts'
import type { EventRow } from '../pages/compare/useTraining.ts'
import { figureSvg } from './figureSvg.ts'
import { fontFaces } from './fontFaces.ts'
import { stacked } from './stackedPicture.ts'

interface Comparison {
  readonly whole: Compared
  readonly scale: 'own' | 'indexed'
  readonly training: readonly EventRow[]
  readonly title: string
  readonly link: string
}

const width = 1200
const margins = 80

/** Draws a comparison anew, off the screen and always at the same size, with everything that the page says of it. */
export async function drawComparison({
  whole,
  scale,
  training,
  title,
  link,
}: Comparison): Promise<SVGSVGElement> {
  const [faces] = await Promise.all([fontFaces(), document.fonts.ready])
  const { lines, periods, grain, events } = whole
  const [first, last] = [periods[0], periods.at(-1)]
  const host = document.createElement('div')
  host.setAttribute('aria-hidden', 'true')
  host.className = 'offscreen'
  document.body.append(host)
  const root = createRoot(host)
  try {
    root.render(<Pictures whole={whole} scale={scale} training={training} />)
    const chart = await stacked(host, width - margins)
    const states = [...new Set(lines.map(({ page }) => figureState(page)))]
    const undrawn = scale === 'indexed' ? notIndexed(whole) : []
    return figureSvg({
      chart,
      legend: null,
      words: {
        title,
        subtitle: `${lines.map(({ name }) => name).join('; ')}${first && last ? `, ${formatSpan(first, last, grain)}` : ''}. ${scale === 'indexed' ? '100 is the mean of the first year of each line.' : 'Each line has its own scale. Band: usual range.'}`,
        marks: states.join(' '),
        footer: [
          {
            bold: 'Read with care.',
            text: `Hollow points are provisional. Lines that move together in time need not have to do with each other.${undrawn.length === 0 ? '' : ` Not drawn, because the first year holds too few figures: ${undrawn.join('; ')}.`}`,
          },
          {
            bold: 'Events.',
            text: events
              .map(({ letter, event }) => `${letter} ${periodLabel(event.month, 'month')}: ${event.title}.`)
              .join(' '),
          },
          { bold: 'Source.', text: [...new Set(lines.map(({ page }) => figureSource(page)))].join(' ') },
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

/** Each picture with the name that stands above it. */
function Pictures({ whole, scale, training }: Pick<Comparison, 'whole' | 'scale' | 'training'>) {
  const { lines, periods, grain, events } = whole
  const frame: Frame = {
    width: width - margins,
    height: scale === 'indexed' ? 460 : 150,
    right: scale === 'indexed' ? 300 : 8,
  }
  const x = periodPlaces(periods.length, frame)
  const xTicks = alignedTicks(periods, grain, frame)
  const flags = events.map(({ at, letter }) => ({ x: x(at), letter }))
  return (
    <>
      {scale === 'indexed' ? (
        <div data-name="">
          <LinesChart
            lines={indexedLines(whole)}
            frame={frame}
            xTicks={xTicks}
            events={flags}
            active={null}
            mark={100}
            format={(value) => String(Math.round(value))}
            leading
            label="Index"
          />
        </div>
      ) : (
        lines.map((line, index) => (
          <div key={line.name} data-name={named(line)}>
            <AlignedPanel
              series={line.series}
              frame={frame}
              xTicks={xTicks}
              events={flags}
              first={index === 0}
              whole={line.measured.unit === 'count'}
              format={(value) => formatValue(value, line.measured)}
              active={null}
              label={line.name}
            />
          </div>
        ))
      )}
      {training.length > 0 && (
        <div data-name="Trainings and campaigns held">
          <EventsStrip
            rows={training}
            frame={frame}
            xTicks={xTicks}
            active={null}
            label="Trainings and campaigns"
          />
        </div>
      )}
    </>
  )
}

function named({ name, unitOf }: Compared['lines'][number]): string {
  const unit = unitOf(2)
  return unit === '' ? name : `${name}, ${unit}`
}
