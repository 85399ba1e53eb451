import type { FigureMark } from '../../../shared/figures/figure.ts'
import { rgb } from './chartText.ts'
import type { DrawnSeries } from './drawnChart.ts'

interface Shape {
  readonly symbol: 'circle' | 'diamond' | 'square' | 'x'
  readonly size: number
  readonly fill: string
  readonly edge: string
}

/** Shape says the kind and colour repeats it: circle improving, diamond concerning, square changed, pale provisional. */
const shapes: Readonly<Record<FigureMark, Shape>> = {
  common: { symbol: 'circle', size: 4, fill: rgb('series'), edge: rgb('series') },
  improvement: { symbol: 'circle', size: 6, fill: rgb('improve'), edge: rgb('improve') },
  concern: { symbol: 'diamond', size: 7, fill: rgb('concern-mark'), edge: rgb('concern-mark') },
  neutral: { symbol: 'square', size: 6, fill: rgb('changed'), edge: rgb('changed') },
  provisional: { symbol: 'circle', size: 6, fill: 'D3D5D8', edge: rgb('series') },
}

const before: Shape = { symbol: 'x', size: 6, fill: rgb('ink-3'), edge: rgb('ink-3') }

/** The mark of a series; lines of limits and comparisons have none. */
export function markXml({ role, mark }: DrawnSeries): string {
  if (role === 'was') return marker(before)
  if (role === 'mark') return marker(shapes[mark ?? 'common'])
  return role === 'value' ? marker(shapes.common) : '<c:marker><c:symbol val="none"/></c:marker>'
}

function marker({ symbol, size, fill, edge }: Shape): string {
  const inside = symbol === 'x' ? '<a:noFill/>' : `<a:solidFill><a:srgbClr val="${fill}"/></a:solidFill>`
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/><c:spPr>${inside}<a:ln w="12700"><a:solidFill><a:srgbClr val="${edge}"/></a:solidFill></a:ln></c:spPr></c:marker>`
}
