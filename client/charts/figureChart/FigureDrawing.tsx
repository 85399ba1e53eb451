import type { Figure } from '../../../shared/figures/figure.ts'
import { FigureChart } from './FigureChart.tsx'
import { PanelsChart } from './PanelsChart.tsx'

interface Props {
  readonly figure: Pick<Figure, 'chart' | 'panels' | 'altText'>
  readonly width: number
  /** Pixels; as high as it needs unless given. */
  readonly height?: number | undefined
}

/** Whatever a figure draws: its one chart or its panels; nothing where it has neither. */
export function FigureDrawing({ figure: { chart, panels, altText }, width, height }: Props) {
  if (panels) return <PanelsChart panels={panels} width={width} height={height} altText={altText} />
  return chart && <FigureChart chart={chart} width={width} height={height} altText={altText} />
}
