import { layerShade } from '../../../shared/figures/layerShade.ts'
import { shades } from '../../../shared/figures/stackedModel.ts'
import { rgb } from './chartText.ts'
import type { DrawnChart, DrawnSeries } from './drawnChart.ts'

interface Line {
  readonly colour: string
  readonly points: number
  readonly dash?: 'dash' | 'sysDot'
}

const partDashes: readonly Line['dash'][] = [undefined, 'dash', 'sysDot', undefined, 'dash']

/** The line of a series; null draws marks only. */
export function seriesLine({ role }: DrawnSeries, index: number): Line | null {
  switch (role) {
    case 'value':
      return { colour: rgb('series'), points: 1.5 }
    case 'mean':
      return { colour: rgb('mean'), points: 1.25 }
    case 'limit':
      return { colour: rgb('limit'), points: 1, dash: 'dash' }
    case 'compared':
    case 'before':
      return { colour: rgb('common'), points: 1.25, dash: 'sysDot' }
    case 'forecast':
      return { colour: rgb('series'), points: 1.5, dash: 'dash' }
    case 'forecast80':
      return { colour: rgb('limit'), points: 0.75 }
    case 'forecast95':
      return { colour: rgb('limit'), points: 0.75, dash: 'sysDot' }
    case 'was':
    case 'mark':
      return null
    case 'part': {
      const dash = partDashes[index % partDashes.length]
      return { colour: shade(index % 3), points: 1.75, ...(dash === undefined ? {} : { dash }) }
    }
  }
}

/** The surface of a bar: shades of ink, because colour means variation and nothing else. */
export function surfaceColour({ form, series }: DrawnChart, index: number): string {
  if (form === 'stacked') return layerShade(index, series.length).slice(1).toUpperCase()
  // Pale below an interval, so that the interval stands out.
  if (series[index]?.interval) return shade(3)
  return series[index]?.role === 'before' ? 'FFFFFF' : rgb('common')
}

function shade(index: number): string {
  return (shades[Math.min(index, shades.length - 1)] ?? '#dfe1e3').slice(1).toUpperCase()
}
