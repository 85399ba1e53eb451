import { useId } from 'react'
import { ChartText } from '../ChartText.tsx'
import { palette } from '../../../shared/figures/palette.ts'
import { useScales } from '../useScales.ts'
import type { ControlModel } from './controlModel.ts'

/** Where figures are weak or absent: hatched provisional months, dashed boxes for gaps, [c] for hidden points. */
export function CautionLayer({ model }: { model: ControlModel }) {
  const hatch = `hatch${useId().replace(/[^A-Za-z0-9]/g, '')}`
  const scales = useScales()
  if (scales === null) return null
  const { x, top, bottom, right } = scales
  const { provisional } = model
  return (
    <g>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" stroke={palette['rule-2']} strokeWidth={1.6} />
        </pattern>
      </defs>
      {provisional && (
        <>
          <rect
            x={x(provisional.from - 0.5)}
            y={top}
            width={x(provisional.to + 0.5) - x(provisional.from - 0.5)}
            height={bottom - top}
            fill={`url(#${hatch})`}
          />
          <ChartText
            x={Math.min(x(provisional.to + 0.5), right)}
            y={top - 7}
            size={13}
            fill={palette['ink-3']}
            anchor="end"
          >
            {provisional.label}
          </ChartText>
        </>
      )}
      {model.gaps.map(({ from, to, label }) => {
        const left = x(from - 0.5)
        const width = x(to + 0.5) - left
        return (
          <g key={from}>
            <rect
              x={left}
              y={top}
              width={width}
              height={bottom - top}
              fill="none"
              stroke={palette.ctrl}
              strokeDasharray="2 2"
            />
            {width >= 60 && (
              <ChartText x={left + width / 2} y={top + 18} size={13} fill={palette['ink-3']} anchor="middle">
                {label}
              </ChartText>
            )}
            {width >= 12 && width < 60 && (
              <ChartText x={left + width / 2 + 4} y={bottom - 6} size={13} fill={palette['ink-3']} turned>
                {label}
              </ChartText>
            )}
          </g>
        )
      })}
      {model.suppressed.map((at) => (
        <ChartText key={at} x={x(at)} y={bottom - 6} size={13} fill={palette['ink-3']} anchor="middle">
          [c]
        </ChartText>
      ))}
    </g>
  )
}
