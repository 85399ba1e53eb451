import { Bar, BarChart, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { spreadLabels } from '../../../shared/figures/spreadLabels.ts'
import { ChartText } from '../ChartText.tsx'
import { palette } from '../../../shared/figures/palette.ts'
import { TimeFrame } from '../TimeFrame.tsx'
import { useScales } from '../useScales.ts'
import type { StackedModel } from '../../../shared/figures/stackedModel.ts'

interface Props {
  readonly model: StackedModel
  readonly width: number
  readonly unit: string
  readonly format: (value: number) => string
  readonly title: string
}

/** Parts stacked to the whole, named at the right beside the newest complete bar. */
export function StackedBars({ model, width, unit, format, title }: Props) {
  const narrow = width < 660
  const count = model.rows.length
  return (
    <BarChart
      width={width}
      height={narrow ? 360 : 440}
      data={[...model.rows]}
      margin={{
        left: narrow ? 30 : 44,
        right: narrow ? 8 : 200,
        top: 24,
        bottom: narrow ? 26 + 20 * model.layers.length : 26,
      }}
      accessibilityLayer={false}
      role="img"
      title={title}
      barCategoryGap="12%"
    >
      <XAxis dataKey="x" type="number" domain={[-0.6, count - 0.4]} allowDataOverflow hide />
      <YAxis type="number" domain={[0, model.yTicks.at(-1) ?? 1]} hide width={0} />
      <ZIndexLayer zIndex={10}>
        <TimeFrame
          yTicks={model.yTicks}
          xTicks={model.xTicks}
          unit={unit}
          format={format}
          start={narrow ? 2 : 8}
        />
      </ZIndexLayer>
      {model.layers.map(({ id, fill }) => (
        <Bar
          key={id}
          dataKey={id}
          stackId="whole"
          fill={fill}
          stroke={palette.paper}
          strokeWidth={0.5}
          isAnimationActive={false}
          barSize={Math.max(2, Math.min(26, ((width - 250) / count) * 0.86))}
        />
      ))}
      <ZIndexLayer zIndex={700}>
        <LayerNames model={model} below={narrow} />
      </ZIndexLayer>
    </BarChart>
  )
}

function LayerNames({ model, below }: { model: StackedModel; below: boolean }) {
  const scales = useScales()
  const last = model.rows.findLast((row) => model.layers.every(({ id }) => row[id] != null))
  if (scales === null || !last) return null
  if (below) {
    return model.layers.map(({ id, name, fill }, index) => (
      <g key={id}>
        <rect x={scales.left} y={scales.bottom + 28 + index * 20} width={12} height={12} fill={fill} />
        <ChartText x={scales.left + 18} y={scales.bottom + 39 + index * 20}>
          {name}
        </ChartText>
      </g>
    ))
  }
  let height = 0
  const labels = model.layers.map((layer) => {
    const value = last[layer.id] ?? 0
    height += value
    return { ...layer, y: scales.y(height - value / 2) + 5 }
  })
  return spreadLabels(labels, 18, [scales.top, scales.bottom]).map(({ id, name, fill, y }) => (
    <g key={id}>
      <rect
        x={scales.right + 8}
        y={y - 11}
        width={12}
        height={12}
        fill={fill}
        stroke={palette.ctrl}
        strokeWidth={0.5}
      />
      <ChartText x={scales.right + 26} y={y}>
        {name.length > 26 ? `${name.slice(0, 25)}…` : name}
      </ChartText>
    </g>
  ))
}
