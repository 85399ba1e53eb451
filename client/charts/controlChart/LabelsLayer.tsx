import { formatValue } from '../../../shared/figures/formatValue.ts'
import { spreadLabels } from '../../../shared/figures/spreadLabels.ts'
import { ChartText } from '../ChartText.tsx'
import { palette, wordColour } from '../../../shared/figures/palette.ts'
import { useScales } from '../useScales.ts'
import type { ControlModel } from './controlModel.ts'

interface Label {
  readonly y: number
  readonly before: string
  readonly figure: string
  readonly after: string
  readonly fill: string
}

interface Props {
  readonly model: ControlModel
  /** Narrow charts carry their labels inside the plot. */
  readonly inside: boolean
}

/** Names and values of the lines, at their end: no legend to look up. */
export function LabelsLayer({ model, inside }: Props) {
  const scales = useScales()
  if (scales === null) return null
  const { x, y, top, bottom, right, left } = scales
  const say = (value: number) => formatValue(value, model.measured)
  const run = model.limits.at(-1)
  const end = run?.steps.at(-1)
  const line = (name: 'upper' | 'mean' | 'lower', before: string): Label[] => {
    const value = run?.[name] ?? null
    const at = end?.[name] ?? value
    return value === null || at === null
      ? []
      : [{ y: y(at) + 4, before, figure: say(value), after: '', fill: palette['ink-2'] }]
  }
  const { latest, comparedLine } = model
  const limits = [
    ...line('upper', 'Upper limit'),
    ...line('mean', 'Average'),
    ...line('lower', 'Lower limit'),
  ]
  if (inside) {
    const start = run?.from ?? 0
    return (
      <g>
        {limits.map(({ before, figure, y: height }) => (
          <ChartText
            key={before}
            x={Math.max(left, x(start)) + 2}
            y={height + (before === 'Upper limit' ? 13 : -10)}
            halo
          >
            {before} <Figure>{figure}</Figure>
          </ChartText>
        ))}
      </g>
    )
  }
  const own: Label[] =
    latest === null || latest.value === null
      ? []
      : [
          {
            y: y(latest.value) + 4,
            before: '',
            figure: say(latest.value),
            after: `in ${latest.label}`,
            fill: wordColour(latest.type),
          },
        ]
  const other: Label[] =
    comparedLine === null
      ? []
      : [
          {
            y: y(comparedLine.value) + 4,
            before: comparedLine.label,
            figure: '',
            after: '',
            fill: palette['ink-3'],
          },
        ]
  return (
    <g>
      {spreadLabels([...limits, ...own, ...other], 18, [top + 4, bottom]).map((label) => (
        <ChartText
          key={label.before + label.after}
          x={right + 8}
          y={label.y}
          fill={label.fill}
          bold={label.after !== ''}
        >
          {label.before}
          {label.before !== '' && label.figure !== '' && ' '}
          {label.after === '' ? <Figure>{label.figure}</Figure> : `${label.figure} ${label.after}`}
        </ChartText>
      ))}
    </g>
  )
}

/** The width that the labels right of the plot need, in pixels; at least that of the usual ones. */
export function labelRoom(model: ControlModel): number {
  const say = (value: number | null) => (value === null ? '' : formatValue(value, model.measured))
  const run = model.limits.at(-1)
  const { latest, comparedLine } = model
  const words = [
    `Upper limit ${say(run?.upper ?? null)}`,
    latest === null ? '' : `${say(latest.value)} in ${latest.label}`,
    comparedLine?.label ?? '',
  ]
  return Math.max(136, ...words.map((text) => Math.ceil(text.length * 7.1) + 16))
}

function Figure({ children }: { children: string }) {
  return (
    <tspan fontWeight={600} fill={palette.ink}>
      {children}
    </tspan>
  )
}
