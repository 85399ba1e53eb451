import type { ReactNode } from 'react'
import { fonts, palette } from '../../shared/figures/palette.ts'

interface Props {
  readonly x: number
  readonly y: number
  readonly children: ReactNode
  readonly size?: number
  readonly bold?: boolean
  readonly serif?: boolean
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Keeps words readable over lines. */
  readonly halo?: boolean
  readonly turned?: boolean
}

/** Words inside a picture: every property stands on the element itself, because a style sheet stays behind on export. */
export function ChartText({
  x,
  y,
  children,
  size = 14,
  bold = false,
  serif = false,
  fill = palette['ink-2'],
  anchor = 'start',
  halo = false,
  turned = false,
}: Props) {
  return (
    <text
      x={x}
      y={y}
      fontFamily={serif ? fonts.serif : fonts.sans}
      fontSize={size}
      fontWeight={bold ? 600 : 400}
      fill={fill}
      textAnchor={anchor}
      stroke={halo ? palette.paper : undefined}
      strokeWidth={halo ? 3 : undefined}
      strokeLinejoin={halo ? 'round' : undefined}
      paintOrder={halo ? 'stroke' : undefined}
      transform={turned ? `rotate(-90 ${x} ${y})` : undefined}
    >
      {children}
    </text>
  )
}
