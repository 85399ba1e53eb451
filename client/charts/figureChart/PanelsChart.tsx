import type { Figure, FigureChart as Chart } from '../../../shared/figures/figure.ts'
import { palette } from '../../../shared/figures/palette.ts'
import { layerShade } from '../../../shared/figures/layerShade.ts'
import { ChartText } from '../ChartText.tsx'
import { FigureChart } from './FigureChart.tsx'
import { lineLook } from './LinesLayer.tsx'

interface Props {
  readonly panels: NonNullable<Figure['panels']>
  readonly width: number
  readonly height?: number | undefined
  readonly altText: string
}

const panelHeight = 210
const leastHeight = 90
const title = 24
const gap = 20
const letter = 7.5

/** Small charts on one scale beside each other, with one key for all of them. */
export function PanelsChart({ panels, width, height: wanted, altText }: Props) {
  const across = Math.min(panels.length, width < 500 ? 1 : width < 860 ? 2 : 3)
  const down = Math.ceil(panels.length / across)
  const key = keyOf(panels[0]?.chart, width)
  const own = (width - gap * (across - 1)) / across
  const each =
    wanted === undefined
      ? panelHeight
      : Math.max(leastHeight, Math.floor((wanted - key.height) / down) - title - gap / 2)
  const height = key.height + down * (title + each + gap / 2)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={altText}>
      {key.entries.map(({ name, x, y, index, stacked }) => (
        <g key={name}>
          {stacked ? (
            <rect
              x={x}
              y={y - 11}
              width={12}
              height={12}
              fill={layerShade(index, key.entries.length)}
              stroke={palette.ctrl}
            />
          ) : (
            <path d={`M${x} ${y - 5}h28`} fill="none" {...lineLook({ role: 'part' }, index)} />
          )}
          <ChartText x={x + (stacked ? 20 : 34)} y={y}>
            {name}
          </ChartText>
        </g>
      ))}
      {panels.map(({ name, chart }, i) => (
        <g
          key={name}
          transform={`translate(${(i % across) * (own + gap)} ${key.height + Math.floor(i / across) * (title + each + gap / 2)})`}
        >
          <ChartText x={0} y={15} bold fill={palette.ink}>
            {name}
          </ChartText>
          <g transform={`translate(0 ${title})`}>
            <FigureChart chart={chart} width={own} height={each} altText={name} panel />
          </g>
        </g>
      ))}
    </svg>
  )
}

/** Where the names of the lines or layers stand above the panels, in as many rows as they need. */
function keyOf(chart: Chart | undefined, width: number) {
  let [x, y] = [0, 14]
  const entries = (chart?.series ?? []).map(({ name }, index) => {
    const room = 34 + name.length * letter + 20
    if (x > 0 && x + room > width) {
      x = 0
      y += 22
    }
    const at = x
    x += room
    return { name, index, x: at, y, stacked: chart?.form === 'stacked' }
  })
  return { entries, height: y + 18 }
}
