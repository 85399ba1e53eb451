import type { Figure } from '../../../shared/figures/figure.ts'
import { addChart } from '../chart/addChart.ts'
import { places, type Place } from './slideSpaces.ts'
import { chartFrame } from './slideXml.ts'
import type { Slide } from './slidesFile.ts'

const columns = 3
const onSlide = 6
const gap = 12

/** The panels of a figure as charts in rows, six to a slide at most; each can be edited by itself. */
export function panelBodies({ panels = [] }: Figure): Slide['body'][] {
  const slides = Math.ceil(panels.length / onSlide)
  return Array.from({ length: slides }, (_, at) => {
    const shown = panels.slice(at * onSlide, (at + 1) * onSlide)
    return ({ parts, path, number }) =>
      shown
        .map(({ name, chart }, i) => {
          const place = placeOf(i, Math.min(shown.length, panels.length))
          // Charts are numbered by their slide, and several on one slide behind it.
          const own = number * 1000 + i
          addChart(parts, {
            chart,
            title: name,
            folder: 'ppt',
            number: own,
            textSize: 9,
            size: [place[2], place[3]],
          })
          const relationship = parts.relate(path, 'chart', `../charts/chart${own}.xml`)
          return chartFrame({ relationship, altText: `${name}: ${chart.unit}`, place, id: 10 + i })
        })
        .join('')
  })
}

function placeOf(index: number, count: number): Place {
  const [x, y, width, height] = places.body
  const across = Math.min(columns, count)
  const down = Math.ceil(count / across)
  const own = [(width - gap * (across - 1)) / across, (height - gap * (down - 1)) / down] as const
  return [
    x + (index % across) * (own[0] + gap),
    y + Math.floor(index / across) * (own[1] + gap),
    own[0],
    own[1],
  ]
}
