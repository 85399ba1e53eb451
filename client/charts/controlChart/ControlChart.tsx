import { ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { PointType } from '../../../shared/series/metricPage.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { palette } from '../../../shared/figures/palette.ts'
import { PointShape } from '../PointShape.tsx'
import { TimeFrame } from '../TimeFrame.tsx'
import { CautionLayer } from './CautionLayer.tsx'
import type { ControlModel } from './controlModel.ts'
import { CursorLayer } from './CursorLayer.tsx'
import { EventsLayer, flagHeight } from './EventsLayer.tsx'
import { flagRows } from './flagRows.ts'
import { ForecastLayer } from './ForecastLayer.tsx'
import { labelRoom, LabelsLayer } from './LabelsLayer.tsx'
import { LimitsLayer } from './LimitsLayer.tsx'
import { NotesLayer } from './NotesLayer.tsx'

interface Props {
  readonly model: ControlModel
  readonly width: number
  readonly height: number
  readonly inside: boolean
  /** The unit written beside the highest value of the axis. */
  readonly unit: string
  readonly title: string
  readonly description: string
  /** The point being read, and how the pointer chooses another; absent in a picture for export. */
  readonly active?: number | null
  readonly onActive?: (x: number | null) => void
}

/** A control chart by the chart grammar. Every mark carries its own colours, so that the SVG stands alone. */
export function ControlChart({
  model,
  width,
  height,
  inside,
  unit,
  title,
  description,
  active,
  onActive,
}: Props) {
  const start = inside ? 2 : 8
  const margin = {
    left: inside ? 30 : 40,
    right: inside ? 8 : labelRoom(model),
    top: model.limits.length > 1 ? 62 : 34,
    bottom: 26 + eventRows(model, width - (inside ? 38 : 40 + labelRoom(model))) * flagHeight,
  }
  const yTicks = [...model.yTicks]
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...model.points]}
      margin={margin}
      accessibilityLayer={false}
      role="img"
      title={title}
      desc={description}
      onMouseMove={({ activeLabel }) => onActive?.(activeLabel === undefined ? null : Number(activeLabel))}
      onMouseLeave={() => onActive?.(null)}
    >
      <XAxis dataKey="x" type="number" domain={[-0.7, model.xEnd + 0.7]} allowDataOverflow hide />
      <YAxis type="number" domain={[yTicks[0] ?? 0, yTicks.at(-1) ?? 1]} allowDataOverflow hide width={0} />
      <ZIndexLayer zIndex={10}>
        <LimitsLayer runs={model.limits} />
        <TimeFrame
          yTicks={yTicks}
          xTicks={model.xTicks}
          unit={unit}
          format={(value) => formatValue(value, model.measured)}
          start={start}
        />
        <ForecastLayer steps={model.forecast} inside={inside} after={(model.provisional?.to ?? -1) + 0.5} />
        <CautionLayer model={model} />
        <EventsLayer model={model} />
      </ZIndexLayer>
      {model.comparedLine !== null && (
        <Line
          dataKey="compared"
          stroke={palette.limit}
          strokeWidth={1.25}
          strokeDasharray="2 2"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          type="linear"
        />
      )}
      <Line
        dataKey="value"
        stroke={palette.series}
        strokeWidth={1.5}
        type="linear"
        connectNulls={false}
        isAnimationActive={false}
        activeDot={false}
        dot={drawDot}
      />
      <ZIndexLayer zIndex={700}>
        <NotesLayer model={model} inside={inside} />
        <LabelsLayer model={model} inside={inside} />
        {active !== undefined && active !== null && <CursorLayer model={model} active={active} />}
      </ZIndexLayer>
    </ComposedChart>
  )
}

interface DotProps {
  readonly key?: React.Key | null
  readonly cx?: number
  readonly cy?: number
  readonly payload?: { readonly value: number | null; readonly type: PointType; readonly status: string }
}

function drawDot({ key, cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || payload === undefined || payload.value === null)
    return <g key={key} />
  const round = (value: number) => Math.round(value * 10) / 10
  return (
    <PointShape
      key={key}
      x={round(cx)}
      y={round(cy)}
      type={payload.type}
      provisional={payload.status === 'provisional'}
    />
  )
}

function eventRows(model: ControlModel, width: number): number {
  if (model.events.length === 0) return 0
  const step = width / (model.xEnd + 1.4)
  const rows = flagRows(
    model.events.map(({ x }) => x * step),
    flagHeight,
  )
  return Math.max(...rows) + 1.4
}
