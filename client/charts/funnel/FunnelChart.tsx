import '../../styles/panels.css'
import { formatNumber, trimmed } from '../../../shared/figures/formatValue.ts'
import { useWidth } from '../../parts/useWidth.ts'
import { spreadLabels } from '../../../shared/figures/spreadLabels.ts'
import { funnelModel, type FunnelRequest } from './funnelModel.ts'

interface Props {
  readonly request: FunnelRequest
  readonly format: (value: number) => string
  /** What the areas' size is: residents, or what a share is of. */
  readonly size: string
  readonly label: string
}

const height = 320

/** Areas by size: the smaller, the more chance moves them. Beyond the outer line is more than chance explains. */
export function FunnelChart({ request, format, size, label }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const model = width > 0 ? funnelModel(request, { width, height }) : null
  const labels = spreadLabels(
    model?.points.filter(({ labelled }) => labelled).map((point) => ({ ...point, at: point.y })) ?? [],
    15,
    [14, height - 44],
  )
  return (
    <div ref={ref} className="panelsvg" style={{ minHeight: height }}>
      {model && (
        <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          <path className="band" d={model.band} />
          {model.yTicks.map(({ y, value }) => (
            <g key={value}>
              <path
                className={value === 0 ? 'base' : 'grid'}
                d={`M${model.plot.left} ${y}H${model.plot.right}`}
              />
              <text className="ax" x={model.plot.left - 6} y={y + 4} textAnchor="end">
                {trimmed(format(value))}
              </text>
            </g>
          ))}
          {model.lines.map((path) => (
            <path key={path} className="lim" d={path} />
          ))}
          <path className="mean" d={`M${model.plot.left} ${model.average.y}H${model.plot.right}`} />
          {model.points.map(({ name, x, y, beyond }) => (
            <circle key={name} className={beyond ? 'dt-far' : 'dt-near'} cx={x} cy={y} r="5" />
          ))}
          {labels.map(({ name, x, y, beyond }) => (
            <text key={name} className="dl" x={x + 9} y={y + 4}>
              {beyond ? <tspan className="num">{name}</tspan> : name}
            </text>
          ))}
          {model.xTicks.map(({ x, value }) => (
            <g key={value}>
              <path className="tick" d={`M${x} ${model.plot.bottom}v4`} />
              <text className="ax" x={x} y={model.plot.bottom + 17} textAnchor="middle">
                {formatNumber(value)}
              </text>
            </g>
          ))}
          <text className="ax" x={model.plot.left} y={height - 4}>
            {size}
          </text>
        </svg>
      )}
    </div>
  )
}
