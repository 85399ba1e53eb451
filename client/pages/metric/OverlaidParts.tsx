import '../../styles/compare.css'
import type { Grain } from '../../../shared/periods/period.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Series } from '../../../shared/series/series.ts'
import { alignedTicks, type Frame } from '../../charts/aligned/alignedModel.ts'
import { LineKey } from '../../charts/aligned/LineKey.tsx'
import { LinesChart } from '../../charts/aligned/LinesChart.tsx'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { useWidth } from '../../parts/useWidth.ts'
import { usePointReader } from './usePointReader.ts'

interface Props {
  readonly series: readonly Series[]
  readonly dimension: string
  readonly grain: Grain
  readonly measured: Measured
  readonly label: string
}

/** More strokes than this cannot be told apart. */
const mostLines = 8

/** The parts as lines in one chart, the largest eight. */
export function OverlaidParts({ series, dimension, grain, measured, label }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const lines = series.slice(0, mostLines).map(({ labels, points }) => ({
    name: labels[dimension] ?? '',
    values: points.map(({ value }) => value),
  }))
  const periods = series[0]?.points.map(({ period }) => period) ?? []
  const reader = usePointReader(periods.length)
  const frame: Frame = { width, height: 420, right: width < 620 ? 8 : 300 }
  const say = (value: number) => formatValue(value, measured)
  const period = reader.active === null ? undefined : periods[reader.active]
  return (
    <>
      <div
        ref={ref}
        className="chartspace"
        role="group"
        tabIndex={0}
        aria-label={`${label}. Left and right arrow keys read every part at one period.`}
        onKeyDown={reader.onKeyDown}
        onBlur={() => reader.setActive(null)}
      >
        {width > 0 && (
          <LinesChart
            lines={lines}
            frame={frame}
            xTicks={alignedTicks(periods, grain, frame)}
            events={[]}
            active={reader.active}
            format={say}
            label={label}
          />
        )}
      </div>
      {width < 620 && <LineKey names={lines.map(({ name }) => name)} />}
      {series.length > mostLines && (
        <p className="fs">
          The {series.length - mostLines} smallest parts are not drawn; show fewer by themselves.
        </p>
      )}
      <p className="readout noprint" role="status">
        {period !== undefined &&
          `${periodLabel(period, grain)}: ${lines
            .map(({ name, values }) => {
              const value = values[reader.active ?? 0]
              return `${name} ${value == null ? 'no figure' : say(value)}`
            })
            .join('; ')}.`}
      </p>
    </>
  )
}
