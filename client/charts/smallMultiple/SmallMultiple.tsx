import { PointShape } from '../PointShape.tsx'
import { useWidth } from '../../parts/useWidth.ts'
import { smallModel } from './smallModel.ts'

type Source = Parameters<typeof smallModel>[0]

interface Props {
  readonly source: Source
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
  readonly label: string
}

const height = 224

/** One panel of several that share a scale. Our own SVG: twenty of a chart library's would hold the page up. */
export function SmallMultiple({ source, ticks, format, label }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const model = width > 0 ? smallModel(source, { width, height, ticks }) : null
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
          {model.bands.map((path) => (
            <path key={path} className="band" d={path} />
          ))}
          {model.means.map((path) => (
            <path key={path} className="mean" d={path} />
          ))}
          <path className="wy" d={model.reference} />
          <path className="ln" d={model.line} />
          {model.marks.map((mark) => (
            <PointShape
              key={mark.x}
              x={mark.x}
              y={mark.y}
              type={mark.type}
              provisional={mark.provisional}
              size={mark.provisional ? 3.2 : 2.8}
            />
          ))}
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
