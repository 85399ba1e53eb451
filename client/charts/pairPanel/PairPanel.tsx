import { layerShade } from '../../../shared/figures/layerShade.ts'
import type { Grain } from '../../../shared/periods/period.ts'
import { useWidth } from '../../parts/useWidth.ts'
import { PointShape } from '../PointShape.tsx'
import { pairModel, type PairLine } from './pairModel.ts'

/** Strokes that differ without colour. */
const strokes = ['', '6 3', '2 2', '9 3 2 3', '1 3']

interface Props {
  readonly lines: readonly PairLine[]
  readonly periods: readonly string[]
  readonly grain: Grain
  readonly ticks: readonly number[]
  readonly stacked: boolean
  readonly format: (value: number) => string
  readonly label: string
}

const height = 224

/** One panel of several on one scale, with the same few parts in each: as lines, or stacked. */
export function PairPanel({ lines, periods, grain, ticks, stacked, format, label }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const model = width > 0 ? pairModel({ lines, periods, grain, stacked }, { width, height, ticks }) : null
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
          {model.paths.map((path, index) =>
            stacked ? (
              <path key={lines[index]?.name} fill={layerShade(index, lines.length)} d={path} />
            ) : (
              <path key={lines[index]?.name} className="ixl" strokeDasharray={strokes[index]} d={path} />
            ),
          )}
          {model.provisional.map((mark) => (
            <PointShape key={`${mark.x} ${mark.y}`} {...mark} type="common" provisional size={2.8} />
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

/** What each stroke or shade stands for, once for all panels. */
export function PairKey({ names, stacked }: { names: readonly string[]; stacked: boolean }) {
  return (
    <ul className="pairkey">
      {names.map((name, index) => (
        <li key={name}>
          <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
            {stacked ? (
              <rect
                x="8"
                y="0.5"
                width="11"
                height="11"
                fill={layerShade(index, names.length)}
                stroke="var(--ctrl)"
              />
            ) : (
              <path className="ixl" strokeDasharray={strokes[index]} d="M0 6H28" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
