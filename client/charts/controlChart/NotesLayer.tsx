import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { ChartText } from '../ChartText.tsx'
import { palette, wordColour } from '../../../shared/figures/palette.ts'
import { useScales, type Scales } from '../useScales.ts'
import type { ControlModel } from './controlModel.ts'
import { restatedMarks } from './restatedMarks.ts'

/** Why the limits restart, what was corrected, and how long the present signal has lasted. */
export function NotesLayer({ model, inside }: { model: ControlModel; inside: boolean }) {
  const scales = useScales()
  if (scales === null) return null
  const { x, y, top, bottom, left, right } = scales
  const steps = model.limits.slice(1)
  const say = (value: number) => formatValue(value, model.measured)
  const { run } = model
  const heights = run
    ? model.points.slice(run.from, run.to + 1).map(({ value, upper }) => y(Math.max(value ?? 0, upper ?? 0)))
    : []
  const bracket = Math.max(top + 18, Math.min(...heights) - 14)
  return (
    <g>
      {steps.map((step, index) => {
        const at = x(step.from - 0.5)
        const end = steps[index + 1]
        const room = Math.floor(((end ? x(end.from - 0.5) : right) - at - 14) / 6.6)
        const first = model.points[step.from]
        const words = `${first?.label ?? ''} ${step.reason ?? 'average and limits restart'}`
        return (
          <g key={step.from}>
            <path d={`M${at} 6V${bottom}`} stroke={palette.ink} />
            {room >= 12 && (
              <>
                <ChartText x={at + 8} y={17} bold fill={palette.ink}>
                  {words.length > room ? `${words.slice(0, room - 1)}…` : words}
                </ChartText>
                {room >= 26 && (
                  <ChartText x={at + 8} y={34} size={13} fill={palette['ink-3']}>
                    Average and limits restart here
                  </ChartText>
                )}
              </>
            )}
          </g>
        )
      })}
      {restatedMarks(model.points, y).map(({ point, was, labelled }) => (
        <g key={point.x}>
          <path
            d={`M${x(point.x)} ${y(was)}V${y(point.value ?? was)}`}
            stroke={palette.ink}
            strokeWidth={1.2}
            strokeDasharray="2 2"
          />
          <circle
            cx={x(point.x)}
            cy={y(was)}
            r={3.6}
            fill={palette.paper}
            stroke={palette.ink}
            strokeWidth={1.4}
            strokeDasharray="2 1.4"
          />
          {labelled && !inside && point.value !== null && (
            <Correction
              {...correctionPlace(point.x, was, { model, scales })}
              words={`${point.label}: was ${say(was)}, now ${say(point.value)}`}
              on={point.correctedOn}
            />
          )}
        </g>
      ))}
      {run && run.to > run.from && (
        <>
          <path
            d={`M${x(run.from)} ${bracket + 6}V${bracket}H${x(run.to)}V${bracket + 6}`}
            fill="none"
            stroke={wordColour(run.type)}
            strokeWidth={1.4}
          />
          {run.words.length * 7.2 < x(run.to) - left - 60 && (
            <ChartText x={x(run.to)} y={bracket - 7} bold fill={wordColour(run.type)} anchor="end" halo>
              {run.words}
            </ChartText>
          )}
        </>
      )}
    </g>
  )
}

/** Below everything drawn where the words would stand, or above it where there is no room: they cover no line. */
function correctionPlace(
  at: number,
  was: number,
  { model, scales: { x, y, left, right, bottom } }: { readonly model: ControlModel; readonly scales: Scales },
): { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } {
  const end = x(at) > left + (right - left) / 2
  const reach = 176
  const drawn = model.points.flatMap((point) => {
    const distance = end ? x(at) - x(point.x) : x(point.x) - x(at)
    return distance < -8 || distance > reach || point.value === null ? [] : [y(point.value)]
  })
  const lowest = Math.max(y(was), ...drawn)
  const place = lowest + 22 < bottom - 20 ? lowest + 22 : Math.min(y(was), ...drawn) - 30
  return { x: x(at), y: place, anchor: end ? 'end' : 'start' }
}

interface CorrectionProps {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly words: string
  readonly on: string | null
}

function Correction({ x, y, anchor, words, on }: CorrectionProps) {
  return (
    <>
      <ChartText x={x} y={y} bold fill={palette.ink} anchor={anchor} halo>
        {words}
      </ChartText>
      {on !== null && (
        <ChartText x={x} y={y + 16} size={13} fill={palette['ink-3']} anchor={anchor} halo>
          corrected {formatDate(on)}
        </ChartText>
      )}
    </>
  )
}
