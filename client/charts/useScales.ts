import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'

export interface Scales {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where values stand on the chart being drawn; null until it is laid out. */
export function useScales(): Scales | null {
  const area = usePlotArea()
  const xScale = useXAxisScale()
  const yScale = useYAxisScale()
  if (area === undefined || xScale === undefined || yScale === undefined) return null
  const round = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10
  return {
    x: (value) => round(xScale(value)),
    y: (value) => round(yScale(value)),
    left: area.x,
    right: area.x + area.width,
    top: area.y,
    bottom: area.y + area.height,
  }
}
