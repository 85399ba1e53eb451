import '../../styles/panels.css'
import type { ReactNode } from 'react'
import { useWidth } from '../../parts/useWidth.ts'
import type { PanelAxes, PanelSize } from './panelScale.ts'

interface Props<Model extends PanelAxes> {
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
  readonly label: string
  readonly modelFor: (size: PanelSize) => Model
  /** What is drawn between the lines of the axis and the months. */
  readonly children: (model: Model) => ReactNode
}

const height = 224

/** One panel of several that share a scale. Our own SVG: twenty of a chart library's would hold the page up. */
export function Panel<Model extends PanelAxes>({ ticks, format, label, modelFor, children }: Props<Model>) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const model = width > 0 ? modelFor({ width, height, ticks }) : null
  return (
    <div ref={ref} className="panelsvg">
      {model && (
        <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {model.yTicks.map(({ y, value }) => (
            <g key={value}>
              <path className={value === 0 ? 'base' : 'grid'} d={`M0 ${y}H${width - 6}`} />
              <text className="ax" x="0" y={y - 4}>
                {format(value)}
              </text>
            </g>
          ))}
          {children(model)}
          {model.xTicks.map(({ x, label: text }) => (
            <g key={x}>
              <path className="tick" d={`M${x} ${height - 24}v4`} />
              <text className="ax" x={Math.min(x, width - 20)} y={height - 7} textAnchor="middle">
                {text}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}
